/** How the API introduces itself at `/docs`. */
export const API = {
  title: 'Docketwire: cases and changes',
  description:
    'What is the status of the case against this person, and how do we know? Read only. Dates keep the precision they were told with; times are UTC. ' +
    'A charge is an accusation: status words say where a charge stands and nothing about guilt. Every error is a problem document (RFC 9457).',
} as const;
