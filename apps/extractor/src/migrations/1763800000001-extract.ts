import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the extractor owns: its row of every article, the text it read, who is mentioned where, and what it has yet to publish. */
export class Extract1763800000001 implements MigrationInterface {
  readonly name = 'Extract1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema extract cascade');
  }
}

const STATEMENTS = [
  'create schema extract',
  `create table extract.article (
     article text primary key,
     body jsonb,
     gate jsonb,
     assignment integer not null,
     case_id uuid,
     extractor_version integer not null)`,
  'create index on extract.article (case_id)',
  // The text of the winning body, where it can be erased and read again.
  `create table extract.article_body (
     article text primary key references extract.article on delete cascade,
     reading jsonb not null)`,
  `create table extract.case (
     case_id uuid primary key,
     opened bigint generated always as identity,
     alias_of uuid)`,
  `create table extract.mention (
     article text not null references extract.article on delete cascade,
     case_id uuid not null,
     defendant_id text not null,
     local_key text not null,
     name text not null,
     name_keys text[] not null,
     offences text[] not null,
     case_reference text,
     primary key (article, local_key))`,
  'create index on extract.mention using gin (name_keys)',
  'create index on extract.mention (case_id)',
  'create index on extract.mention (case_reference) where case_reference is not null',
  `create table extract.outbox (
     id bigint generated always as identity primary key,
     topic text not null,
     record jsonb not null)`,
  `create table extract.consumer_offset (
     topic text not null,
     partition integer not null,
     next_offset bigint not null,
     known timestamptz not null,
     -- Records whose effect is in the tables: what exactly once is checked by.
     applied bigint not null default 0,
     cluster_id text not null,
     primary key (topic, partition))`,
];
