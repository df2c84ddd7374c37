import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { StatusChange, StreamReset } from '@docketwire/contracts';

/** A stream's connection: what came, and how to cut it. */
export type Connection = Readonly<{
  response: IncomingMessage;
  events: StreamEvent[];
  /** Everything as it came, comments too. */
  text: () => string;
  until: (enough: (events: readonly StreamEvent[]) => boolean) => Promise<void>;
  closed: Promise<void>;
  cut: () => void;
}>;

export type StreamEvent = Readonly<{ id: number; type: 'change'; change: StatusChange }> | Readonly<{ id: number; type: 'reset'; reset: StreamReset }>;

/** A client as the standard says: an event counts once its empty line has come. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<Connection> {
  const request = get(url, { headers, agent: false });
  const response = await new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject));
  const events: StreamEvent[] = [];
  let text = '';
  let rest = '';
  const waiting = new Set<() => void>();
  response.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...blocks.flatMap(eventOf));
    for (const look of waiting) look();
  });
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  response.once('error', () => response.destroy());
  const until: Connection['until'] = (enough) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!enough(events)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void closed.then(() => reject(new Error(`the stream ended after ${events.length} events`)));
    });
  return { response, events, text: () => text, until, closed, cut: () => void request.destroy() };
}

function eventOf(block: string): StreamEvent[] {
  const fields = new Map(block.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  const data = fields.get('data');
  if (data === undefined) return [];
  const id = Number(fields.get('id'));
  if (fields.get('event') === 'reset') return [{ id, type: 'reset', reset: StreamReset.parse(JSON.parse(data)) }];
  return [{ id, type: 'change', change: StatusChange.parse(JSON.parse(data)) }];
}
