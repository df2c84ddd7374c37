import { LoggerModule } from 'nestjs-pino';
import { CONFIG } from './config.js';
import type { Config } from './config.js';
import { ConfigModule } from './config.module.js';

type Request = Readonly<{ originalUrl?: string; url?: string }>;

/** JSON lines on stdout, one per request; the probes of a load balancer are not worth a line, nor are query strings (names stand in them). */
export const LoggingModule = LoggerModule.forRootAsync({
  imports: [ConfigModule],
  inject: [CONFIG],
  useFactory: ({ logLevel }: Config) => ({
    pinoHttp: {
      level: logLevel,
      autoLogging: { ignore: (request) => /^\/(livez|readyz)/.test(pathOf(request)) },
      serializers: { req: (request: Request & { method?: string; id?: unknown }) => ({ id: request.id, method: request.method, path: pathOf(request) }) },
    },
  }),
});

function pathOf(request: Request): string {
  return (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
}
