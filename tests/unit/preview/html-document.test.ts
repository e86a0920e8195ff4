import fc from 'fast-check';
import type { Nodes } from 'hast';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../lib/kernel/listing.ts';
import { connectorPreview } from '../../../lib/preview/connector-preview.ts';
import { previewDocument } from '../../../lib/preview/drawing/html-document.ts';
import { descriptionTree } from '../../../lib/preview/listing/description-tree.ts';
import { hostilePreview, reportOf } from '../../support/hostile-preview.ts';
import { scriptPayloads } from '../../support/script-payloads.ts';

const payloads = scriptPayloads('https://beacon.example');

/** What in a page could run, load or lead somewhere. */
function dangersIn(html: string): readonly string[] {
  const found: string[] = [];
  const known =
    /^(?:html|head|meta|title|style|body|main|header|section|nav|figure|figcaption|div|span|bdi|p|h[1-6]|ul|ol|li|dl|dt|dd|details|summary|img|a|svg|circle|path|pre|code|strong|em|del|blockquote|hr|br|small|table|thead|tbody|tr|th|td)$/;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!known.test(name)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^(?:style|srcdoc|srcset|action|formaction|background|poster|xlink:href)$/.test(attribute))
          found.push(attribute);
        if (attribute === 'src' && !/^data:image\/[a-z+-]+;base64,[A-Za-z0-9+/=]*$/.test(value))
          found.push(`src ${value}`);
        // Its own parts, and what leads to them.
        if (attribute === 'id' && !/^doc-[a-z]+$/.test(value)) found.push(`id ${value}`);
        if (attribute === 'href' && !/^(?:https:\/\/|mailto:|#doc-[a-z]+$)/.test(value)) found.push(`href ${value}`);
      }
    },
  });
  parser.end(html);
  return found;
}

function elementsOf(node: Nodes): readonly string[] {
  const children = 'children' in node ? node.children.flatMap(elementsOf) : [];
  if (node.type !== 'element')
    return node.type === 'text' || node.type === 'root' ? children : [node.type, ...children];
  const odd = Object.entries(node.properties).filter(([name, value]) => {
    if (name === 'href') return !/^(?:https:\/\/|mailto:)/.test(String(value));
    return !['rel', 'target', 'start', 'align'].includes(name);
  });
  const bad = /^(?:script|style|iframe|img|svg|math|input|form|object|embed|base|link|meta)$/.test(node.tagName);
  return [...(bad ? [node.tagName] : []), ...odd.map(([name]) => name), ...children];
}

describe('a description’s tree', () => {
  it.each(payloads)('holds nothing that runs or leads astray: $id', ({ text }) => {
    expect(elementsOf(descriptionTree(text))).toEqual([]);
    expect(elementsOf(descriptionTree(`x ${text} y\n\n- ${text}\n> ${text}\n\n[a](${text}) ![a](${text})`))).toEqual(
      [],
    );
  });

  it('holds nothing of the kind, whatever is put together', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...payloads.map(({ text }) => text)),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        expect(elementsOf(descriptionTree(parts.join('')))).toEqual([]);
      }),
    );
  });
});

describe('the exported page', () => {
  it.each(payloads)('holds no markup of others: $id', (payload) => {
    const { preview, pictures } = hostilePreview(payload);
    expect(dangersIn(previewDocument(preview, pictures))).toEqual([]);
  });
});

describe('what is shown of a connector', () => {
  const of = (
    info: Parameters<typeof reportOf>[0],
    draft = emptyDraft,
    mode: Parameters<typeof reportOf>[2] = 'none',
  ) => connectorPreview({ report: reportOf(info, [], mode), draft, pictures: [] });

  it('takes the name from the draft, else the server’s title, else its name, else the host', () => {
    const info = { name: 'notes', title: 'Notes' };
    expect(of(info, { ...emptyDraft, name: ' My Notes ' }).name).toMatchObject({
      text: 'My Notes',
      from: 'draft',
      length: 8,
    });
    expect(of(info).name).toMatchObject({ text: 'Notes', from: 'server-title', limit: 100 });
    expect(of({ name: 'notes', title: ' ' }).name).toMatchObject({ text: 'notes', from: 'server-name' });
    expect(of(null).name).toMatchObject({ text: 'mcp.acme.dev', from: 'host' });
  });

  it('advises on accounts only where people sign in', () => {
    const info = { name: 'notes', description: 'Finds notes.' };
    expect(of(info).description).toMatchObject({ from: 'server', advice: [] });
    expect(of(info, emptyDraft, 'oauth').description?.advice).toEqual(['account-needed', 'sign-up-link']);
    const good = 'You need an account: [sign up](https://acme.dev/signup).';
    expect(of({ ...info, description: good }, emptyDraft, 'oauth').description?.advice).toEqual([]);
  });

  it('makes links of https and mail addresses alone', () => {
    const draft = {
      ...emptyDraft,
      documentationUrl: 'http://a.dev',
      privacyPolicyUrl: 'https://a.dev/p',
      supportContact: 'a@a.dev',
    };
    expect(of(null, draft).links.map(({ which, href }) => [which, href])).toEqual([
      ['documentation', null],
      ['privacy', 'https://a.dev/p'],
      ['support', 'mailto:a@a.dev'],
    ]);
  });
});
