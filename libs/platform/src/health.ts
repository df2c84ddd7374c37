import { Controller, Get, Inject, Module, Res } from '@nestjs/common';
import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Resolves when the thing answers; rejects, saying why, when it does not. */
export type ReadyChecks = Readonly<Record<string, () => Promise<unknown>>>;

const READY_CHECKS = Symbol('ReadyChecks');
/** Long enough for a busy Postgres, short enough for a load balancer's own patience. */
const CHECK_TIMEOUT_MS = 2_000;

type Reply = { status(code: number): unknown };
type Health = Readonly<{ status: 'ok' | 'unavailable'; checks: Readonly<Record<string, string>> }>;

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(READY_CHECKS) private readonly checks: ReadyChecks) {}

  /** The process runs. */
  @Get('livez')
  live(): Pick<Health, 'status'> {
    return { status: 'ok' };
  }

  /** It can do its work: every server it depends on answers. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<Health> {
    const checks = Object.fromEntries(await Promise.all(Object.entries(this.checks).map(async ([name, check]) => [name, await outcomeOf(check)])));
    const status = Object.values(checks).every((outcome) => outcome === 'ok') ? 'ok' : 'unavailable';
    if (status !== 'ok') reply.status(503);
    return { status, checks };
  }
}

@Module({})
export class HealthModule {
  static forChecks(checks: Pick<FactoryProvider<ReadyChecks>, 'inject' | 'useFactory'>, imports: DynamicModule['imports'] = []): DynamicModule {
    return { module: HealthModule, imports, controllers: [HealthController], providers: [{ provide: READY_CHECKS, ...checks }] };
  }
}

async function outcomeOf(check: () => Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(resolve, CHECK_TIMEOUT_MS, `no answer within ${CHECK_TIMEOUT_MS} ms`)));
  const done = check().then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
