import { describe, expect, it } from 'vitest';
import { readTold, withAnswers } from '../../../lib/cli/account-options.ts';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { readCheckRequest } from '../../../lib/cli/check-request.ts';
import { noAnswers } from '../../../lib/kernel/account.ts';

function told(...words: string[]) {
  const invocation = readArguments(['check', 'https://mcp.acme.dev/mcp', ...words]);
  if (invocation.kind !== 'check') throw new Error(JSON.stringify(invocation));
  const read = readCheckRequest(invocation.url, invocation.options);
  return read.ok ? read.value.told : read.problem;
}

describe('what the person tells on the command line', () => {
  it('is understood', () => {
    expect(told('--plan', 'Team', '--role', 'member', '--goal', 'add-custom')).toEqual({
      account: { ...noAnswers, plan: 'team', role: 'member', goal: 'add-custom' },
      claudeSays: null,
      isAuthor: false,
    });
    expect(told('--plan', 'free', '--goal', 'add-custom', '--custom-connectors', 'none')).toMatchObject({
      account: { plan: 'free', role: null, hasCustom: false },
    });
    expect(told('--server-log', 'nothing', '--claude-says', ' Connection\nhas expired ')).toEqual({
      account: { ...noAnswers, serverLog: 'nothing' },
      claudeSays: 'Connection has expired',
      isAuthor: false,
    });
  });

  it('is nothing where nothing was told', () => {
    expect(told()).toEqual({ account: null, claudeSays: null, isAuthor: false });
    expect(told('--claude-says', '  ')).toEqual({ account: null, claudeSays: null, isAuthor: false });
  });

  it('may be that the server is their own, which no account tells', () => {
    expect(told('--role', 'Author')).toEqual({ account: null, claudeSays: null, isAuthor: true });
    expect(told('--plan', 'team', '--role', 'author')).toMatchObject({ account: { role: null }, isAuthor: true });
  });

  it.each([
    [['--plan', 'gold'], /^--plan takes one of: free, pro, max, team, enterprise\.$/],
    [['--role', 'owner'], /^--role needs --plan\.$/],
    [['--goal', 'add-custom'], /^--goal needs --plan\.$/],
    [['--plan', 'team', '--role', 'library-manager'], /^On the plan team, --role takes member, owner, author\.$/],
    [['--plan', 'pro', '--role', 'owner'], /^On the plan pro, --role takes alone, author\.$/],
    [['--plan', 'pro', '--goal', 'sing'], /^--goal takes one of: /],
    [['--custom-connectors', 'two'], /^--custom-connectors takes one of: none, some\.$/],
    [['--server-log', 'x'], /^--server-log takes one of: nothing, requests\.$/],
  ])('is refused where it makes no sense: %j', (words, problem) => {
    expect(told(...words)).toMatch(problem);
  });

  it('never holds more than one line of what Claude says', () => {
    const read = readTold({ claudeSays: `a\u0007${'b'.repeat(5_000)}` });
    expect(read.ok && read.value.claudeSays?.length).toBeLessThanOrEqual(500);
  });
});

describe('answers to a saved report', () => {
  it('take the place of the older ones, and leave the others', () => {
    const before = { plan: 'free', goal: 'use-in-chat' } as const;
    expect(withAnswers(before, null)).toBe(before);
    expect(withAnswers(before, { ...noAnswers, goal: 'add-custom', hasCustom: true })).toEqual({
      ...noAnswers,
      plan: 'free',
      goal: 'add-custom',
      hasCustom: true,
    });
  });
});
