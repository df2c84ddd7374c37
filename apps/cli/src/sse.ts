/** One event of a stream (text/event-stream). */
export type StreamEvent = Readonly<{ type: string; data: string; lastEventId: string }>;

export type StreamReader = Readonly<{
  /** Takes the next bytes, however they were cut, and gives the events that are whole. */
  push: (bytes: Uint8Array) => StreamEvent[];
  /** What the server asks a client to wait before it connects again; null where it has not said. */
  retryMs: () => number | null;
}>;

type Pending = { type: string; data: string[] };

/** Reads as the HTML standard says: three kinds of line end, fields, comments, and an event for each blank line after data. */
export function streamReader(lastEventId = ''): StreamReader {
  const utf8 = new TextDecoder();
  let rest = '';
  let retry: number | null = null;
  let id = lastEventId;
  let pending: Pending = { type: '', data: [] };

  const fields: Readonly<Record<string, (value: string) => void>> = {
    event: (value) => (pending.type = value),
    data: (value) => pending.data.push(value),
    id: (value) => (id = value.includes('\0') ? id : value),
    retry: (value) => (retry = /^\d+$/.test(value) ? Number(value) : retry),
  };

  function takeField(line: string): void {
    const [, name = '', value = ''] = /^([^:]*)(?::[ ]?([^]*))?$/.exec(line) ?? [];
    if (Object.hasOwn(fields, name)) fields[name]?.(value);
  }

  function endEvent(): StreamEvent[] {
    const { type, data } = pending;
    pending = { type: '', data: [] };
    return data.length === 0 ? [] : [{ type: type || 'message', data: data.join('\n'), lastEventId: id }];
  }

  return {
    push: (bytes) => {
      rest += utf8.decode(bytes, { stream: true });
      // A CR at the very end may be the first half of a CRLF: it waits for what follows.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      return lines.flatMap((line) => (line === '' ? endEvent() : (takeField(line), [])));
    },
    retryMs: () => retry,
  };
}
