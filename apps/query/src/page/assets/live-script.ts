/*
 * The island that keeps a page live, as text for the same reason as the stylesheet. It announces what is new and waits
 * for the reader: nothing moves under their eyes until they ask for it. Without it the page is complete, only older.
 */
export const LIVE_SCRIPT = `'use strict';
(() => {
  const bar = document.getElementById('live');
  if (!bar || !('EventSource' in window)) return;
  const state = bar.querySelector('[data-live=state]');
  const button = bar.querySelector('[data-live=show]');
  const title = document.title;
  let source, waiting, again;

  const say = (text) => { if (state.textContent !== text) state.textContent = text; };

  const tell = (text) => {
    bar.classList.add('news');
    button.hidden = false;
    say(text);
    document.title = '(' + waiting + ') ' + title;
  };

  const follow = (url) => {
    waiting = 0;
    bar.hidden = false;
    bar.classList.remove('news');
    button.hidden = true;
    document.title = title;
    source = new EventSource(url);
    source.onopen = () => { if (!waiting) say('Live: this page hears of every change.'); };
    source.onmessage = () => {
      waiting += 1;
      tell(waiting === 1 ? '1 new change' : waiting + ' new changes');
    };
    source.addEventListener('reset', () => {
      waiting += 1;
      tell('The record was restored: this page may be out of date');
    });
    source.onerror = () => {
      if (!waiting) say('Connection lost, trying again.');
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      again = setTimeout(() => { if (source.readyState === EventSource.CLOSED && !waiting) follow(url); }, 10000);
    };
  };

  /* The entry that the reader has before them stays where it is. */
  const readingAt = () => {
    const entry = [...document.querySelectorAll('[data-entry]')].find((each) => each.getBoundingClientRect().bottom > 60);
    return entry && scrollY > 0 ? { id: entry.id, top: entry.getBoundingClientRect().top } : null;
  };

  const show = async () => {
    const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!response.ok) throw new Error('status ' + response.status);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const content = fresh.querySelector('[data-live=content]');
    const place = document.querySelector('[data-live=content]');
    const next = fresh.getElementById('live');
    if (!content || !place || !next) throw new Error('not the page');
    const reading = readingAt();
    const known = new Set([...place.querySelectorAll('[data-entry]')].map((each) => each.id));
    place.replaceWith(document.adoptNode(content));
    for (const entry of content.querySelectorAll('[data-entry]')) entry.classList.toggle('is-new', known.size > 0 && !known.has(entry.id));
    const kept = reading && document.getElementById(reading.id);
    if (kept) scrollBy(0, kept.getBoundingClientRect().top - reading.top);
    source.close();
    clearTimeout(again);
    document.getElementById('main').focus({ preventScroll: true });
    follow(next.dataset.stream);
  };

  button.addEventListener('click', () => {
    show().catch(() => say('The new changes could not be loaded. Please reload the page.'));
  });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => { if (event.persisted) follow(bar.dataset.stream); });
  follow(bar.dataset.stream);
})();
`;
