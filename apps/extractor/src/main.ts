import 'reflect-metadata';
import { CONFIG, createHttpApp, runMain } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { ExtractorModule } from './extractor.module.js';
import { UPDATES_SERVER } from './updates.server.js';

await runMain(async () => {
  const app = await createHttpApp(ExtractorModule, { title: 'Docketwire extractor', description: 'Reads article updates. It has probes and no API.' });
  app.connectMicroservice({ strategy: app.get(UPDATES_SERVER, { strict: false }) });
  await app.startAllMicroservices();
  const { host, ports } = app.get<Config>(CONFIG, { strict: false });
  await app.listen(ports.extractor, host);
});
