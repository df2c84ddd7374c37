import { CONFIG, runMain } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { createIntake } from './app.js';

await runMain(async () => {
  const app = await createIntake();
  const { host, ports } = app.get<Config>(CONFIG);
  await app.listen(ports.intake, host);
});
