import 'reflect-metadata';
import { CONFIG, createHttpApp, runMain } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { ASSERTIONS_SERVER } from './assertions.server.js';
import { ProjectorModule } from './projector.module.js';

await runMain(async () => {
  const app = await createHttpApp(ProjectorModule, { title: 'Docketwire projector', description: 'Projects cases. Its API is for operators: what could not be applied, and what is to become of it.' });
  app.connectMicroservice({ strategy: app.get(ASSERTIONS_SERVER, { strict: false }) });
  await app.startAllMicroservices();
  const { host, ports } = app.get<Config>(CONFIG, { strict: false });
  await app.listen(ports.projector, host);
});
