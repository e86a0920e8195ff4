import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../lib/knowledge/fact.ts';
import { facts } from '../../../lib/knowledge/facts.ts';
import type { Question } from '../../../lib/knowledge/question.ts';
import { questions } from '../../../lib/knowledge/questions.ts';

const all = Object.entries<Question>(questions);
const textOf = ({ answer, steps }: Question): string => [answer, ...steps].join(' ');

describe('answers', () => {
  it('tell of port 443 as of something that users found', () => {
    const told = all.filter(([, question]) => textOf(question).includes('443'));
    expect(told.map(([id]) => id)).toContain('custom-connector-times-out');
    for (const [id, question] of told) expect(textOf(question), id).toMatch(/[Uu]sers? found.* 443/);
  });

  it('tell of editing a custom connector with what the pages say that differ', () => {
    const told = all.filter(([, { facts: ids }]) => ids.includes('edit-custom-connector'));
    expect(told).not.toEqual([]);
    for (const [id, question] of told) {
      if (/edited/.test(textOf(question))) expect(textOf(question), id).toMatch(/newest page.*older ones/);
    }
  });

  it('tell the time that a request of Claude Code’s has, and the folder of logs with its system', () => {
    expect(questions['time-limits'].answer).toMatch(
      /Claude Code each request to a remote server or connector has 60 seconds/,
    );
    for (const [id, { answer }] of all) {
      if (answer.includes('~/Library')) expect(answer, id).toContain('macOS');
    }
  });
});

describe('facts', () => {
  it('say that listed connectors went through a submission, not that somebody reviewed each', () => {
    expect(facts['directory-or-custom'].statement).toContain('submission');
    expect(facts['directory-or-custom'].statement).not.toContain('reviewed');
  });

  it('part what an old page says of a server’s instructions from what Claude Code does', () => {
    expect(facts['server-instructions-unused'].statement).toMatch(/^On the web and in Claude Desktop.* early 2026/);
    expect(facts['server-instructions-claude-code'].statement).toContain('2 KB');
    expect(questions['server-instructions'].answer).toMatch(/Claude Code, up to 2 KB/);
  });

  it('name both pages for where Owners set what tools may do', () => {
    const place: Fact = facts['organization-tool-limits-place'];
    expect(place).toMatchObject({ confidence: 'likely', lookAgain: true });
    expect(place.sources.length + place.replaced.length).toBeGreaterThan(2);
  });
});
