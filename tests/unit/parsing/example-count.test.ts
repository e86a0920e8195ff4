import { describe, expect, it } from 'vitest';
import { exampleCount } from '../../../lib/parsing/example-count.ts';

describe('examples in a description', () => {
  it.each([
    ['## Examples\n\n1. Find my drafts.\n2. Write this up.\n\n3. What is new?', 3],
    ['**Try asking**\n- What is new?\n- Find my drafts.', 2],
    ['Beispiele:\n* Was ist neu?', 1],
    ['For example you can ask:\n\n- What is new?\n\nIt costs nothing.\n\n- a note', 1],
    // A list of something else, though a sentence before it speaks of examples.
    ['Search your notes, with examples in the documentation.\n\n- [ ] a task\n- one `code`', 0],
    ['## Examples\n\n- [ ] a task\n- Find my drafts.', 1],
    ['- one\n- two', 0],
    ['', 0],
  ])('of %j are %i', (markdown, count) => {
    expect(exampleCount(markdown)).toBe(count);
  });
});
