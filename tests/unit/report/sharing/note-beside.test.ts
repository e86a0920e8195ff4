import { expect, it } from 'vitest';
import { noteBeside } from '../../../../lib/report/sharing/note-beside.ts';

it('tells one’s own note from the one that a report came with', () => {
  expect(noteBeside(' Seen by support ', 'It began on Monday\n')).toBe(
    'From whoever hands this report on:\nSeen by support\n\nIt came with this note:\nIt began on Monday',
  );
});

it('leaves the one that is alone as it is', () => {
  expect(noteBeside('', 'It began on Monday')).toBe('It began on Monday');
  expect(noteBeside('Seen by support', null)).toBe('Seen by support');
  expect(noteBeside(' ', null)).toBeNull();
});

it('keeps one’s own whole, however long the other is', () => {
  const whole = noteBeside('a'.repeat(2_000), 'b'.repeat(100_000)) ?? '';
  expect(whole.length).toBe(4_000);
  expect(whole).toContain('a'.repeat(2_000));
});
