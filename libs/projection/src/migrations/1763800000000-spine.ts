import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first projection, the feed, and what was parked. */
export class Spine1763800000000 implements MigrationInterface {
  readonly name = 'Spine1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PROJECTION, ...FEED, ...OPS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ops, feed, proj_v1 cascade');
  }
}

const PROJECTION = [
  'create schema proj_v1',
  // Every set ever recorded: the winners among those with known_from <= K are what was known at K.
  `create table proj_v1.assertion_set (
     case_id uuid not null,
     article text not null,
     assignment integer not null,
     content_hash text not null,
     known_from timestamptz not null,
     event_id text not null,
     body jsonb not null,
     primary key (case_id, article, assignment, content_hash))`,
  `create table proj_v1.case_state (
     case_id uuid primary key,
     version integer not null,
     view_version integer not null,
     state text not null,
     accused boolean not null,
     alias_of uuid,
     articles integer not null,
     opened_at timestamptz not null,
     changed_at timestamptz not null,
     view jsonb not null)`,
  'create index on proj_v1.case_state (changed_at desc, case_id)',
  `create table proj_v1.case_defendant (
     case_id uuid not null references proj_v1.case_state on delete cascade,
     defendant_id text not null,
     name text not null,
     name_folded text not null,
     status text not null,
     accused boolean not null,
     primary key (case_id, defendant_id))`,
  'create index on proj_v1.case_defendant (status)',
  'create index on proj_v1.case_defendant (name_folded text_pattern_ops)',
  `create table proj_v1.projection_offset (
     topic text not null,
     partition integer not null,
     next_offset bigint not null,
     known timestamptz not null,
     -- Records whose effect is in the tables: what exactly once is checked by.
     applied bigint not null default 0,
     cluster_id text not null,
     primary key (topic, partition))`,
];

const FEED = [
  'create schema feed',
  // One row. It is updated last in every transaction that has changes, so that numbers are given in commit order, without holes.
  `create table feed.counter (
     one boolean primary key default true check (one),
     epoch text not null,
     last_seq bigint not null)`,
  `insert into feed.counter (epoch, last_seq) values (replace(gen_random_uuid()::text, '-', ''), 0)`,
  `create table feed.change (
     seq bigint primary key,
     id uuid not null unique,
     case_id uuid not null,
     kind text not null,
     accused boolean not null,
     known_at timestamptz not null,
     body jsonb not null)`,
  'create index on feed.change (case_id, seq)',
  `create table feed.relay (
     one boolean primary key default true check (one),
     last_seq bigint not null)`,
  'insert into feed.relay (last_seq) values (0)',
];

const OPS = [
  'create schema ops',
  `create table ops.parked_event (
     topic text not null,
     partition integer not null,
     "offset" bigint not null,
     event_id text not null,
     case_id uuid,
     reason text not null,
     record jsonb not null,
     parked_at timestamptz not null,
     primary key (topic, partition, "offset"))`,
  'create index on ops.parked_event (case_id)',
];
