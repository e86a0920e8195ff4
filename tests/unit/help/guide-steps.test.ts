import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { guides } from '../../../lib/guides/catalog.ts';
import { guideIds } from '../../../lib/guides/guide-id.ts';
import {
  copiedText,
  filledText,
  guidesForCode,
  isCopyRedacted,
  keepsAddressBack,
  placeUrl,
  stepsFor,
} from '../../../lib/help/guide-steps.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import { places, type PlaceId } from '../../../lib/knowledge/places.ts';
import { plainText } from '../../../lib/page/plain-text.ts';

/** Each holds a secret in another place. */
const secretUrls = [
  'https://mcp.example.com/mcp?api_key=s3cretpass',
  'https://user:s3cretpass@mcp.example.com/mcp',
  'https://mcp.example.com/api/mcp/s/NmYtOWE4ZjdiM2Q1/mcp',
];
const acme = { name: 'Acme Notes', url: 'https://mcp.acme.dev:8443/mcp?team=1' };

afterEach(() => {
  speak(null);
});

describe('stepsFor', () => {
  it('leaves out the steps of other readers and keeps the order', () => {
    const guide = guides['enable-for-organization'];
    const member = stepsFor(guide, 'user').map(({ id }) => id);
    expect(member.slice(0, 2)).toEqual(['look-in-list', 'request']);
    expect(member).not.toContain('open-organization');
    expect(member.at(-1)).toBe('switch-on');
    expect(stepsFor(guide, 'owner').map(({ id }) => id)).toContain('open-organization');
    expect(stepsFor(guide, 'author').every(({ readers }) => readers === null)).toBe(true);
  });
});

describe('guidesForCode', () => {
  it('names the guides in their order', () => {
    expect(guidesForCode('account.expired-sign-in')).toEqual(['reconnect', 'sign-in-again']);
    expect(guidesForCode('account.owner-must-enable')).toEqual(['enable-for-organization', 'member-cannot-add']);
    expect(guidesForCode('account.identity-provider-policy')).toEqual([
      'microsoft-365-approval',
      'google-workspace-approval',
    ]);
    expect(guidesForCode('dns.private-address')).toEqual(['private-host']);
    expect(guidesForCode('transport.malformed-json')).toEqual([]);
  });

  it('leads from every account, limit and fault of Claude’s to a guide', () => {
    const told = findingCodes.filter((code) => /^(?:account|limits|claude)\./.test(code));
    expect(told.filter((code) => guidesForCode(code).length === 0)).toEqual([]);
  });

  it('finds every guide by one of its codes', () => {
    expect(guideIds.filter((id) => !guides[id].codes.some((code) => guidesForCode(code).includes(id)))).toEqual([]);
  });
});

describe('filledText', () => {
  it('fills in what is known', () => {
    expect(filledText('Open your connector ({name}) at {host}: {url}', acme)).toBe(
      'Open your connector (Acme Notes) at mcp.acme.dev:8443: https://mcp.acme.dev:8443/mcp?team=1',
    );
  });

  it('leaves out the parenthesis of what is not known, and shows elsewhere what to fill in', () => {
    expect(filledText('Open your connector ({name}) and go on.', null)).toBe('Open your connector and go on.');
    expect(filledText('Name: {name}\nAddress: {url} ({host})', { name: ' ', url: null })).toBe(
      'Name: [the connector’s name]\nAddress: [the connector’s address]',
    );
  });

  it('names no host of what is no address', () => {
    expect(filledText('{host}', { name: null, url: 'not an address' })).toBe('[the connector’s server]');
  });

  it('never reads what was put in as something to fill in, and keeps it on one line', () => {
    const hostile = { name: '{url} $& $1\n\u202eevil', url: 'https://a.dev/' };
    expect(filledText('Open it ({name}).', hostile)).toBe('Open it ({url} $& $1 evil).');
  });

  it('speaks the reader’s language', () => {
    const [step] = guides.reconnect.steps;
    const english = filledText(step.do, acme);
    speak(german);
    expect(filledText(step.do, acme)).toContain('(Acme Notes)');
    expect(filledText(step.do, acme)).not.toBe(english);
    expect(filledText('{name}', null)).toBe('[Name des Connectors]');
  });
});

describe('placeUrl', () => {
  it('opens a place without anything to fill in as it stands', () => {
    expect(placeUrl('connectors', acme)).toBe('https://claude.ai/customize/connectors');
    expect(placeUrl('entra-sign-in-logs', null)).toBe(places['entra-sign-in-logs'].url);
  });

  it('fills in the dialog for a custom connector, every mark of its name encoded', () => {
    const url = placeUrl('add-custom', { name: 'Zoë’s "best" o\'clock + more', url: acme.url });
    expect(url).toBe(
      'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName=Zo%C3%AB%E2%80%99s%20%22best%22%20o%27clock%20%2B%20more&connectorUrl=https%3A%2F%2Fmcp.acme.dev%3A8443%2Fmcp%3Fteam%3D1',
    );
  });

  it('takes the host for a name that is not known', () => {
    const { searchParams } = new URL(placeUrl('add-custom', { name: null, url: acme.url }));
    expect(searchParams.get('connectorName')).toBe('mcp.acme.dev:8443');
  });

  it('opens the plain page of connectors where no address is known', () => {
    expect(placeUrl('add-custom', null)).toBe(places.connectors.url);
    expect(placeUrl('add-custom', { name: 'Acme', url: null })).toBe(places.connectors.url);
  });

  it('tells the public tracker the host alone, and nothing where none is known', () => {
    const secret = { name: 'Acme', url: 'https://user:pass@mcp.acme.dev/mcp?api_key=s3cret' };
    const report = placeUrl('tracker-report', secret);
    expect(new URL(report).searchParams.get('server-url')).toBe('mcp.acme.dev');
    expect(report).not.toMatch(/s3cret|pass|api_key/);
    expect(new URL(placeUrl('tracker-report', null)).searchParams.has('server-url')).toBe(false);
  });

  it('opens an https page with the place’s own host, path and members, whatever is put in', () => {
    const hostile = fc.constantFrom(
      '&modal=evil&connectorUrl=https://evil.example',
      '#@evil.example/',
      'https://evil.example/?a=b&c=d#e',
      '//evil.example',
      'javascript:alert(1)',
      '../../..',
      '\r\nLocation: https://evil.example',
      '%26connectorName%3Devil',
      '{url}{host}',
      '\ud800',
    );
    const text = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.webUrl());
    const id = fc.constantFrom(...(Object.keys(places) as PlaceId[]));
    fc.assert(
      fc.property(id, fc.option(text), fc.option(text), (place, name, url) => {
        const opened = new URL(placeUrl(place, { name, url }));
        const template = new URL(places[place].url);
        const asWritten = opened.href === places.connectors.url ? new URL(places.connectors.url) : template;
        expect(opened.protocol).toBe('https:');
        expect([opened.host, opened.pathname, opened.hash]).toEqual([
          asWritten.host,
          asWritten.pathname,
          asWritten.hash,
        ]);
        const members = [...opened.searchParams.keys()];
        expect(members).toEqual([...template.searchParams.keys()].filter((member) => members.includes(member)));
      }),
    );
  });

  it('tells no tracker a host that only a private network knows', () => {
    const hosts = ['intra.corp.local', 'wiki', '10.0.0.8', '[fd00::1]', 'localhost:3000', '192.168.1.4:8443'];
    for (const host of hosts) {
      for (const place of ['tracker-report', 'tracker-report-author'] as const) {
        const { searchParams } = new URL(placeUrl(place, { name: 'Acme', url: `https://${host}/mcp` }));
        expect(searchParams.has('server-url'), host).toBe(false);
      }
    }
  });

  it('puts no secret into an address that the browser remembers, but opens the dialog', () => {
    for (const url of secretUrls) {
      const { searchParams } = new URL(placeUrl('add-custom', { name: 'Acme', url }));
      expect([searchParams.get('modal'), searchParams.get('connectorName')]).toEqual(['add-custom-connector', 'Acme']);
      expect(searchParams.has('connectorUrl'), url).toBe(false);
      expect(keepsAddressBack('add-custom', { name: 'Acme', url }), url).toBe(true);
    }
    expect(keepsAddressBack('connectors', { name: null, url: String(secretUrls[0]) })).toBe(false);
    for (const connector of [acme, { name: 'Acme', url: null }, null]) {
      expect(keepsAddressBack('add-custom', connector)).toBe(false);
    }
  });

  it('takes addresses of the web alone for those of connectors', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'not an address']) {
      expect(placeUrl('add-custom', { name: 'Acme', url })).toBe(places.connectors.url);
    }
  });

  it('holds a name as one line of a hundred letters at most, and the address exactly', () => {
    const name = fc.string({ unit: 'binary', minLength: 1 });
    const url = fc.constantFrom(acme.url, 'https://mcp.acme.dev/mcp', 'http://acme.dev/a+b?q=%20&r=%2B#top');
    fc.assert(
      fc.property(name, url, (typed, address) => {
        const { searchParams } = new URL(placeUrl('add-custom', { name: typed, url: address }));
        const shown = plainText(typed, 100);
        expect(searchParams.get('modal')).toBe('add-custom-connector');
        expect(searchParams.get('connectorName')).toBe(shown === '' ? new URL(address).host : shown);
        expect(searchParams.get('connectorUrl')).toBe(address);
      }),
    );
    const { searchParams } = new URL(placeUrl('add-custom', { name: 'Acme" \n&modal=\u202eevil', url: acme.url }));
    expect(searchParams.get('connectorName')).toBe('Acme" &modal=evil');
  });
});

describe('copiedText', () => {
  const copies = guideIds.flatMap((id) =>
    guides[id].steps.flatMap((step) => (step.copy?.includes('{url}') === true ? [{ id, step }] : [])),
  );

  it('takes the secrets out of what goes to others, and says so', () => {
    const toOthers = copies.filter(({ step }) => step.copyIsYours !== true);
    expect(toOthers.map(({ id }) => id)).toEqual(['enable-for-organization', 'member-cannot-add']);
    for (const { step } of toOthers) {
      for (const url of secretUrls) {
        expect(copiedText(step, { name: 'Acme', url })).toContain('redacted');
        expect(copiedText(step, { name: 'Acme', url })).not.toMatch(/s3cretpass|NmYtOWE4/);
        expect(isCopyRedacted(step, { name: 'Acme', url })).toBe(true);
      }
      expect(copiedText(step, acme)).toContain(acme.url);
      expect(isCopyRedacted(step, acme)).toBe(false);
    }
  });

  it('leaves the address whole that the person types in', () => {
    const own = copies.filter(({ step }) => step.copyIsYours === true);
    expect(own.map(({ step }) => step.id).sort()).toEqual(['add', 'add-custom', 'note-address']);
    for (const { step } of own) {
      for (const url of secretUrls) expect(copiedText(step, { name: 'Acme', url })).toContain(url);
    }
  });

  it('is nothing where a step has nothing to copy', () => {
    const [, open] = guides.reconnect.steps;
    expect(open && copiedText(open, acme)).toBeNull();
  });
});
