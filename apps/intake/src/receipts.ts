import { fail } from '@docketwire/kernel';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';

const DAY_MS = 86_400_000;
/** As long as the topic keeps the record: a retry after that is news again, and no longer finds its first copy. */
const KEPT_MS = 30 * DAY_MS;
const PRUNE_EVERY_MS = 3_600_000;

/** One statement, so that two intakes that hear of one update at once agree: the later one gets the row of the earlier. */
const STAMP = `
  insert into intake.receipt as receipt (event_id, received_at)
  select distinct id, $2::timestamptz from unnest($1::uuid[]) as id order by id
  on conflict (event_id) do update set received_at = receipt.received_at
  returning event_id, received_at`;

/** SQLSTATE classes that mean a mistake of ours: bad data, a broken constraint, a wrong statement. Waiting mends none of them. */
const OUR_MISTAKE = /^(22|23|42)/;

/** When an update was first heard of, by its event's id. */
@Injectable()
export class Receipts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Receipts');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.prune(new Date()), PRUNE_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** The first `receivedAt` of each id; `now` where there was none. Throws DATABASE_UNREACHABLE. */
  async stamp(ids: readonly string[], now: string): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.query<{ event_id: string; received_at: Date }>(STAMP, [ids, now]);
    return new Map(rows.map((row) => [row.event_id, row.received_at.toISOString()]));
  }

  async prune(now: Date): Promise<void> {
    try {
      await this.query('delete from intake.receipt where received_at < $1', [new Date(now.getTime() - KEPT_MS)]);
    } catch (error) {
      this.logger.warn({ err: error }, 'old receipts were not removed; the next hour tries again');
    }
  }

  private async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.source.query<Row[]>(sql, [...parameters]);
    } catch (error) {
      if (error instanceof QueryFailedError && OUR_MISTAKE.test(sqlStateOf(error))) throw error;
      throw fail('DATABASE_UNREACHABLE', { reason: error instanceof Error ? error.message : String(error) }, error);
    }
  }
}

function sqlStateOf(error: QueryFailedError): string {
  return (error.driverError as { code?: string }).code ?? '';
}
