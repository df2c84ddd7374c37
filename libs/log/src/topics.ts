import type { Topic } from '@docketwire/contracts';
import type { ITopicConfig } from 'kafkajs';
import { openKafka } from './settings.js';
import type { LogSettings } from './settings.js';

const MAX_REPLICAS = 3;

/** Creates the topics that are not there; leaves the others as they are. Safe to call from several processes at once. */
export async function ensureTopics(settings: LogSettings, topics: readonly Topic[]): Promise<void> {
  const admin = openKafka(settings, 'patient').admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !present.has(name));
    if (missing.length === 0) return;
    const replicas = Math.min(MAX_REPLICAS, (await admin.describeCluster()).brokers.length);
    // False means that another process was quicker, with the same table of topics.
    await admin.createTopics({ waitForLeaders: true, topics: missing.map((topic) => configOf(topic, replicas)) });
  } finally {
    await admin.disconnect();
  }
}

function configOf({ name, partitions, retentionMs, cleanup, maxBytes }: Topic, replicas: number): ITopicConfig {
  return {
    topic: name,
    numPartitions: partitions,
    replicationFactor: replicas,
    configEntries: [
      { name: 'message.timestamp.type', value: 'LogAppendTime' },
      { name: 'retention.ms', value: String(retentionMs) },
      { name: 'min.insync.replicas', value: replicas >= MAX_REPLICAS ? '2' : '1' },
      ...(cleanup ? [{ name: 'cleanup.policy', value: cleanup.policy }, { name: 'max.compaction.lag.ms', value: String(cleanup.maxLagMs) }] : []),
      ...(maxBytes ? [{ name: 'max.message.bytes', value: String(maxBytes) }] : []),
    ],
  };
}
