import 'reflect-metadata';
import { CONFIG, createHttpApp, runMain } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { API } from './api.js';
import { AppModule } from './app.module.js';

await runMain(async () => {
  const app = await createHttpApp(AppModule, API);
  const { host, ports } = app.get<Config>(CONFIG, { strict: false });
  await app.listen(ports.query, host);
});
