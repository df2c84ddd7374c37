import type { ComponentChildren, JSX } from 'preact';
import { SCRIPT_PATH, STYLE_PATH } from './assets.js';

/** Beside every list of charges. */
export function Presumption(): JSX.Element {
  return <p class="presumption">A charge is an accusation, not a finding. Everyone named here is presumed innocent of every charge of which they have not been convicted.</p>;
}

export type LayoutProps = Readonly<{
  title: string;
  /** False for what should not be found by name in a search engine: the past, and people nobody has accused. */
  indexed: boolean;
  /** Where the page's changes come from; without it the page is not live. */
  stream?: string | undefined;
  children: ComponentChildren;
}>;

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%23223a52'/%3E%3Cpath d='M9 8h9a7 8 0 0 1 0 16H9z' fill='none' stroke='%23fff' stroke-width='3'/%3E%3C/svg%3E";

export function Layout({ title, indexed, stream, children }: LayoutProps): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {indexed ? null : <meta name="robots" content="noindex" />}
        <title>{`${title} · Docketwire`}</title>
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={STYLE_PATH} />
        {stream === undefined ? null : <script src={SCRIPT_PATH} defer />}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="masthead">
          <div class="wrap">
            <a class="brand" href="/cases">Docketwire</a>
            <nav aria-label="Site">
              <a href="/cases">Cases</a>
              <a href="/docs">API</a>
            </nav>
          </div>
        </header>
        {stream === undefined ? null : <LiveBar stream={stream} />}
        <main id="main" class="wrap" tabIndex={-1}>{children}</main>
        <footer class="colophon">
          <div class="wrap">
            <p>Everything here was reported by the sources that are quoted with it. Times are in UTC.</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Stays hidden until the script has a connection. New entries are announced, never pushed under the reader's eyes. */
function LiveBar({ stream }: Readonly<{ stream: string }>): JSX.Element {
  return (
    <div class="live" id="live" data-stream={stream} hidden>
      <div class="wrap">
        <p role="status" aria-live="polite" data-live="state" />
        <button type="button" data-live="show" hidden>Show</button>
      </div>
    </div>
  );
}
