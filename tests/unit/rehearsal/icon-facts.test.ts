import { expect, it } from 'vitest';
import { iconFacts, type IconEvidence } from '../../../lib/rehearsal/icon-facts.ts';
import { observed } from '../../support/evidence-builders.ts';
import { icon, image, serverIcon, service, site } from '../checks/icon/built-icons.ts';

const nothing = { status: 'unavailable', because: 'not-asked' } as const;
const unseen: IconEvidence = {
  'site-icons': nothing,
  'parent-icons': nothing,
  'favicon-service': nothing,
  'server-icons': nothing,
};

it('says nothing of icons that nobody looked for', () => {
  expect(iconFacts(unseen)).toEqual({ shown: null, google: [], site: [], server: [] });
});

it('sums up what was seen, and what Claude would show of it', () => {
  const facts = iconFacts({
    'site-icons': observed(site([icon(image(96)), icon(null, { from: 'link', exchange: null, refused: 'not-https' })])),
    'parent-icons': nothing,
    'favicon-service': observed(service((size) => image(size))),
    'server-icons': observed({ given: 1, icons: [serverIcon(image(48))] }),
  });
  expect(facts.shown).toEqual({
    source: 'google',
    domain: 'acme-tools.com',
    size: 64,
    width: 64,
    height: 64,
    status: 200,
  });
  expect(facts.google).toHaveLength(6);
  expect(facts.site).toMatchObject([
    { from: 'favicon.ico', type: 'png', width: 96, status: 200, refused: null },
    { from: 'link', type: null, width: null, status: null, refused: 'not-https' },
  ]);
  expect(facts.server).toMatchObject([{ from: 'server', width: 48 }]);
});
