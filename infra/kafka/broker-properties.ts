export type Listener = Readonly<{ client: number; controller: number }>;
export type Broker = Readonly<{ id: number; dataDir: string; listeners: readonly Listener[] }>;

/** Settings of one broker that is a controller too. With three brokers every record has three copies, as on a real cluster. */
export function brokerProperties({ id, dataDir, listeners }: Broker): string {
  const own = listeners[id - 1] as Listener;
  const copies = listeners.length < 3 ? 1 : 3;
  const copiesInSync = listeners.length < 3 ? 1 : 2;
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': listeners.map(({ controller }, i) => `${i + 1}@127.0.0.1:${controller}`).join(','),
    listeners: `CLIENT://127.0.0.1:${own.client},CONTROLLER://127.0.0.1:${own.controller}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${own.client}`,
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'CLIENT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataDir,
    // A mistyped topic must be an error, not a new topic with the wrong number of partitions.
    'auto.create.topics.enable': false,
    'default.replication.factor': copies,
    'min.insync.replicas': copiesInSync,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': copiesInSync,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': copiesInSync,
    // Fifty partitions, the default, cost a second of every start and serve nobody here.
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.num.partitions': 4,
    // The default waits 3 s for more members before a group begins to read.
    'group.initial.rebalance.delay.ms': 0,
    // A test that kills a consumer need not wait 6 s, the default, until its group may miss it.
    'group.min.session.timeout.ms': 1_000,
    // A killed broker may come back only when its old session has run out, which takes 9 s by default.
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 1_000,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
  }).map(([key, value]) => `${key}=${value}\n`).join('');
}
