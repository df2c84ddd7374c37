import { classOf } from '@docketwire/case';
import type { ChargeStatus, StatusClass } from '@docketwire/case';
import type { ComponentChildren, JSX } from 'preact';

export type Tone = 'before' | 'open' | 'halted' | 'ended' | 'convicted' | 'moved' | 'unknown' | 'note';

const TONES: Readonly<Record<StatusClass, Tone>> = { pre_charge: 'before', open: 'open', inactive: 'halted', disposed: 'ended', carried: 'moved', unknown: 'unknown' };

/** Drawn in shapes too, so that nothing hangs on colour. A conviction has a tone of its own: every other end leaves the person not convicted. */
const SHAPES: Readonly<Record<Tone, JSX.Element>> = {
  before: <circle cx="6" cy="6" r="4" fill="none" stroke-width="2" stroke-dasharray="3 2" />,
  open: <circle cx="6" cy="6" r="4" fill="none" stroke-width="2.5" />,
  halted: <path d="M3.5 2v8M8.5 2v8" stroke-width="2.5" />,
  ended: <rect x="2" y="2" width="8" height="8" fill="currentColor" stroke="none" />,
  convicted: <path d="M6 1l5 5-5 5-5-5z" fill="currentColor" stroke="none" />,
  moved: <path d="M1 6h9M6.5 2.5L10 6l-3.5 3.5" fill="none" stroke-width="2" />,
  unknown: <path d="M2 6h8" stroke-width="2" stroke-dasharray="2 2" />,
  note: <circle cx="6" cy="6" r="2.5" fill="currentColor" stroke="none" />,
};

export function toneOf(status: ChargeStatus): Tone {
  if (status === 'convicted' || status === 'sentenced') return 'convicted';
  return TONES[classOf(status) ?? 'unknown'];
}

export function Chip({ tone, children }: Readonly<{ tone: Tone; children: ComponentChildren }>): JSX.Element {
  return (
    <span class={`chip ${tone}`}>
      <Mark tone={tone} />
      {children}
    </span>
  );
}

/** The shape alone, beside words that say the same. */
export function Mark({ tone }: Readonly<{ tone: Tone }>): JSX.Element {
  return (
    <svg class={`mark ${tone}`} viewBox="0 0 12 12" width="12" height="12" stroke="currentColor" aria-hidden="true" focusable="false">
      {SHAPES[tone]}
    </svg>
  );
}
