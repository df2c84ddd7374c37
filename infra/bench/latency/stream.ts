import { get } from 'node:http';
import type { StatusChange } from '@docketwire/contracts';

export type Stream = Readonly<{ close(): void }>;

/** Follows the change feed as a subscriber does; tells each change with the time at which it was read. */
export function followChanges(url: string, heard: (change: StatusChange, at: number) => void): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/v1/changes/stream?includePreCharge=true`, (response) => {
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const at = performance.now();
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) changesIn(event).forEach((change) => heard(change, at));
      });
      resolve({ close: () => request.destroy() });
    });
    request.on('error', reject);
  });
}

function changesIn(event: string): StatusChange[] {
  return event.split('\n').filter((line) => line.startsWith('data:') && line.includes('"caseVersion"')).map((line) => JSON.parse(line.slice('data:'.length)) as StatusChange);
}
