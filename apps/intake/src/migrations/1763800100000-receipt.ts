import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each update was first heard of, so that a retry is the same record to the byte. */
export class Receipt1763800100000 implements MigrationInterface {
  readonly name = 'Receipt1763800100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema intake');
    await runner.query('create table intake.receipt (event_id uuid primary key, received_at timestamptz not null)');
    await runner.query('create index on intake.receipt (received_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema intake cascade');
  }
}
