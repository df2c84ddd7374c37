import { describe, expect, it } from 'vitest';
import { brokerProperties } from './broker-properties.ts';

const listeners = [1, 2, 3].map((n) => ({ client: 9000 + 10 * n, controller: 9001 + 10 * n }));

describe('the settings of a broker', () => {
  it('keep one copy on one broker, and three, of which two must be written, on three', () => {
    expect(settingsOf(listeners.slice(0, 1))).toMatchObject({ 'default.replication.factor': '1', 'min.insync.replicas': '1' });
    expect(settingsOf(listeners)).toMatchObject({ 'default.replication.factor': '3', 'min.insync.replicas': '2' });
  });

  it('name every controller to every broker', () => {
    expect(settingsOf(listeners)['controller.quorum.voters']).toBe('1@127.0.0.1:9011,2@127.0.0.1:9021,3@127.0.0.1:9031');
  });

  it('listen on the loopback address alone', () => {
    expect(settingsOf(listeners)['listeners']).toBe('CLIENT://127.0.0.1:9010,CONTROLLER://127.0.0.1:9011');
  });
});

function settingsOf(all: typeof listeners): Record<string, string> {
  const lines = brokerProperties({ id: 1, dataDir: '/data', listeners: all }).trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
}
