import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LIVE_SCRIPT } from './assets/live-script.js';

type Listener = (event?: unknown) => void;

/** As much of a browser as the island touches. */
function browser() {
  const element = () => ({ textContent: '', hidden: true, classes: new Set<string>(), dataset: { stream: '/stream?lastEventId=4' }, listeners: new Map<string, Listener>() });
  const nodes = { bar: element(), state: element(), button: element() };
  const sources: Source[] = [];
  class Source {
    static readonly CLOSED = 2;
    readyState = 1;
    onopen: Listener = () => {};
    onmessage: Listener = () => {};
    onerror: Listener = () => {};
    readonly listeners = new Map<string, Listener>();
    constructor(readonly url: string) {
      sources.push(this);
    }
    addEventListener(type: string, listener: Listener) {
      this.listeners.set(type, listener);
    }
    close() {
      this.readyState = Source.CLOSED;
    }
  }
  const fetched: string[] = [];
  const withDom = (node: ReturnType<typeof element>) =>
    Object.assign(node, {
      classList: { add: (name: string) => node.classes.add(name), remove: (name: string) => node.classes.delete(name) },
      addEventListener: (type: string, listener: Listener) => node.listeners.set(type, listener),
      querySelector: (selector: string) => (selector.includes('state') ? nodes.state : nodes.button),
    });
  Object.values(nodes).forEach(withDom);
  const document = { title: 'A case', getElementById: () => nodes.bar, querySelectorAll: () => [] };
  const timers: (() => void)[] = [];
  const scope = { document, EventSource: Source, addEventListener: () => {}, clearTimeout: () => {}, setTimeout: (run: () => void) => timers.push(run), scrollY: 0, location: { href: '/cases/1' }, fetch: (url: string) => (fetched.push(url), Promise.reject(new Error('away'))) };
  runInNewContext(LIVE_SCRIPT, Object.assign(scope, { window: scope }));
  return { nodes, sources, document, fetched, timers };
}

describe('a live page', () => {
  it('follows the feed from where the page was rendered', () => {
    const { sources, nodes } = browser();
    expect(sources.map(({ url }) => url)).toEqual(['/stream?lastEventId=4']);
    sources[0]?.onopen();
    expect(nodes.bar.hidden).toBe(false);
    expect(nodes.state.textContent).toMatch(/^Live/);
  });

  it('announces what is new and loads nothing until asked', async () => {
    const { sources, nodes, document, fetched } = browser();
    sources[0]?.onmessage({ data: '{}' });
    expect([nodes.state.textContent, nodes.button.hidden, document.title]).toEqual(['1 new change', false, '(1) A case']);
    sources[0]?.onmessage({ data: '{}' });
    expect([nodes.state.textContent, fetched]).toEqual(['2 new changes', []]);
    nodes.button.listeners.get('click')?.();
    expect(fetched).toEqual(['/cases/1']);
    await expect.poll(() => nodes.state.textContent).toMatch(/reload the page/);
  });

  it('says that it may be out of date when the feed was restored', () => {
    const { sources, nodes } = browser();
    sources[0]?.listeners.get('reset')?.();
    expect(nodes.state.textContent).toMatch(/out of date/);
  });

  it('says that the connection is lost, and connects again where the browser gave up', () => {
    const { sources, nodes, timers } = browser();
    sources[0]?.onerror();
    expect([nodes.state.textContent, timers.length]).toEqual(['Connection lost, trying again.', 0]);
    sources[0]?.close();
    sources[0]?.onerror();
    timers[0]?.();
    expect(sources).toHaveLength(2);
  });
});
