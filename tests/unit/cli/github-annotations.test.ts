import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { annotations } from '../../../lib/cli/github-annotations.ts';
import { readRendering } from '../../../lib/cli/rendering-options.ts';
import { withoutCommands } from '../../../lib/cli/without-commands.ts';
import { workflowFile } from '../../../lib/cli/workflow.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { hostileReports, hostileTexts } from '../report/formats/hostile-report.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

/** A workflow command as the runner reads it. */
const commandForm = /^::(error|warning|notice) ((?:file=[^:,\r\n]*,)?title=[^:,\r\n]*)::([^\r\n]*)$/;

function read(line: string) {
  const [, kind, properties = '', data = ''] = commandForm.exec(line) ?? [];
  const title = unescaped(/title=(.*)$/.exec(properties)?.[1] ?? '')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
  return { kind, title: title.replaceAll('%25', '%'), text: unescaped(data).replaceAll('%25', '%') };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

afterEach(() => void speak(null));

describe('annotations', () => {
  it('tells each finding as what it is', () => {
    const findings = [
      sampleFinding({ title: 'A firewall: 50%, or more' }),
      sampleFinding({ id: 'b', code: 'auth.prm-invalid', severity: 'problem', title: 'B' }),
      sampleFinding({ id: 'c', code: 'http.slow', severity: 'warning', title: 'C' }),
      sampleFinding({ id: 'd', code: 'icon.google-default', severity: 'note', title: 'D' }),
      sampleFinding({ id: 'e', severity: 'note', fix: [{ kind: 'text', text: 'Nothing needs to be done.' }] }),
    ];
    const lines = annotations(sampleReport({ verdict: 'broken', findings }), 'user', undefined);
    expect(lines.map(read).map(({ kind, title }) => [kind, title])).toEqual([
      ['error', 'A firewall: 50%, or more'],
      ['error', 'B'],
      ['warning', 'C'],
      ['notice', 'D'],
    ]);
    expect(lines[0]).toContain('title=A firewall%3A 50%25%2C or more::');
    expect(read(lines[0] ?? '').text).toBe(
      [
        'The answer 403 was made by Cloudflare, not by the server.',
        'What to do: Allow 160.79.104.0/21 in the firewall. Only the people who run mcp.acme.dev can change this.',
        'http.waf-block · https://mcp.acme.dev/mcp',
      ].join('\n'),
    );
  });

  it('names a file where one is known', () => {
    const [line] = annotations(sampleReport({ findings: [sampleFinding()] }), 'user', 'src/a,b:c.ts');
    expect(line).toMatch(/^::error file=src\/a%2Cb%3Ac\.ts,title=/);
  });

  it('tells no more than ten of a kind, and names the rest in the last of them', () => {
    const findings = Array.from({ length: 14 }, (_each, index) =>
      sampleFinding({ id: `f${index}`, severity: 'warning', title: `Warning ${index}` }),
    );
    const told = annotations(sampleReport({ findings }), 'user', undefined).map(read);
    expect(told).toHaveLength(10);
    expect(told.at(-1)).toEqual({ kind: 'warning', title: 'And 5 more', text: 'http.waf-block' });
    expect(annotations(sampleReport({ findings: findings.slice(0, 10) }), 'user', undefined).at(-1)).toContain(
      'Warning 9',
    );
  });

  it('says when nothing could be said, and nothing where nothing is wrong', () => {
    expect(annotations(sampleReport({ verdict: 'unknown' }), 'user', undefined).map(read)).toMatchObject([
      { kind: 'error', title: 'https://mcp.acme.dev/mcp', text: 'Could not be checked from here' },
    ]);
    expect(annotations(sampleReport(), 'user', undefined)).toEqual([]);
  });

  it('speaks the reader’s language', () => {
    speak(german);
    const [line] = annotations(sampleReport({ findings: [sampleFinding()] }), 'user', undefined);
    expect(read(line ?? '').text).toContain('\nWas zu tun ist: ');
  });

  it('is one command a line, whatever servers call themselves', () => {
    fc.assert(
      fc.property(hostileReports, fc.constantFrom(undefined, ...hostileTexts), (report, file) => {
        for (const line of annotations(report, 'user', file)) {
          expect(line).toMatch(commandForm);
          expect(line).not.toContain('##[');
        }
      }),
    );
  });
});

describe('withoutCommands', () => {
  /** As the runner finds them: at the beginning of a line, or anywhere. @see https://github.com/actions/runner */
  const isCommand = (line: string) => /^\s*::/.test(line) || line.includes('##[');
  const foreign = fc.array(
    fc.constantFrom('::', '##[', ' ', '\n', '\r', '\t', ':', '#', '[', 'add-mask', ']', '\\', '"', 'a'),
  );

  it('leaves no command in plain text', () => {
    fc.assert(
      fc.property(foreign, (parts) => {
        expect(
          withoutCommands(`Report: ${parts.join('')}`)
            .split(/[\r\n]/)
            .filter(isCommand),
        ).toEqual([]);
      }),
    );
  });

  it('leaves no command in JSON, and does not change what it says', () => {
    fc.assert(
      fc.property(foreign, (parts) => {
        const value = { a: parts.join(''), [parts.join('')]: [parts.join('')] };
        for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
          const printed = withoutCommands(text);
          expect(printed.split(/[\r\n]/).filter(isCommand)).toEqual([]);
          expect(JSON.parse(printed)).toEqual(value);
        }
      }),
    );
  });

  it('leaves no command in markup, and does not change what it says', () => {
    const page = '<!doctype html>\n<p>\n ::error::a ##[x]</p>\n<script type="application/json">{"a":"##[x]"}</script>';
    expect(withoutCommands(page)).toBe(
      '<!doctype html>\n<p>\n &#58;:error::a #&#35;[x]</p>\n<script type="application/json">{"a":"#\\u0023[x]"}</script>',
    );
  });
});

describe('the file at which findings are shown', () => {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/notes',
    GITHUB_WORKFLOW_REF: 'acme/notes/.github/workflows/check.yml@refs/heads/main',
  };

  it('is the workflow’s own, where it lies in the repository', () => {
    expect(workflowFile(env)).toBe('.github/workflows/check.yml');
    expect(workflowFile({ ...env, GITHUB_REPOSITORY: 'acme/other' })).toBeUndefined();
    expect(workflowFile({ ...env, GITHUB_WORKFLOW_REF: 'acme/notes/../../x.yml@a' })).toBeUndefined();
    expect(workflowFile({})).toBeUndefined();
    expect(readRendering({}, env)).toEqual({ ok: true, value: { sourceFile: '.github/workflows/check.yml' } });
    expect(readRendering({}, {})).toEqual({ ok: true, value: {} });
  });

  it('is what --location says', () => {
    expect(readRendering({ location: 'src/server.ts', failOn: 'warning' }, env)).toEqual({
      ok: true,
      value: { sourceFile: 'src/server.ts', failOn: 'warning' },
    });
    for (const location of ['', ' ', '/etc/passwd', '../x', 'a/../../b', 'https://x.dev/a', 'C:\\x', 'a\nb']) {
      expect(readRendering({ location }, {}), location).toMatchObject({ ok: false });
    }
  });
});
