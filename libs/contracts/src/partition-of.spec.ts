import { uuid5 } from '@docketwire/kernel';
import { Partitioners } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { partitionOf } from './partition-of.js';

const PARTITIONS = 12;
const partitionMetadata = Array.from({ length: PARTITIONS }, (_, partitionId) => ({ partitionId, partitionErrorCode: 0, leader: 0, replicas: [0], isr: [0] }));
const kafkajs = Partitioners.DefaultPartitioner();

describe('the partition of a key', () => {
  it.each(['', 'a', 'ab', 'abc', 'abcd', 'harbor-courier/7', 'Ortéga', '法院'])('is for %j the one that the producer chooses', (key) => {
    expect(partitionOf(key, PARTITIONS)).toBe(kafkajs({ topic: 't', partitionMetadata, message: { key, value: '' } }));
  });

  it('is for a thousand case ids the one that the producer chooses, and uses them all', () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => uuid5('case', n));
    expect(ids.map((key) => partitionOf(key, PARTITIONS))).toEqual(ids.map((key) => kafkajs({ topic: 't', partitionMetadata, message: { key, value: '' } })));
    expect(new Set(ids.map((key) => partitionOf(key, PARTITIONS))).size).toBe(PARTITIONS);
  });
});
