import { afterEach, beforeEach, expect } from 'vitest';

const print = console.error;
let messages: unknown[][] = [];

beforeEach(() => {
  messages = [];
  console.error = (...parts: unknown[]) => {
    messages.push(parts);
    print(...parts);
  };
});

// An error that nobody looks at hides the next one. A test that expects one replaces console.error itself.
afterEach(() => {
  console.error = print;
  expect(messages, 'console.error was called').toEqual([]);
});
