/**
 * A reason not to go on that the reader can do something about: one sentence that says what is wrong and what to do.
 * The launcher prints it without a stack.
 */
export class Refusal extends Error {}
