import type { ReactNode } from 'react';
import { say, spokenLanguage } from '../../lib/i18n/say.ts';
import { lookedAtLinks } from '../../lib/permissions/listing-needs.ts';
import { codePoints } from '../../lib/parsing/code-points.ts';
import type { ReadinessRow, RequirementId } from '../../lib/preview/readiness/readiness-shape.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { listingLimits } from '../../lib/standards/directory-limits.ts';
import { isUntold } from '../../lib/storage/listing-drafts.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CategoryField } from './CategoryField.tsx';
import { LinkField } from './LinkField.tsx';
import type { ReadinessActions, ReadinessModel } from './readiness-model.ts';

interface SectionProps {
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}

/** What the directory's form asks for, as far as it can be judged: texts, categories and addresses. */
export function ListingSection({ model, actions }: SectionProps) {
  const { draft, readiness, runId } = model;
  const readOnly = runId === null;
  const row = (id: RequirementId): ReadinessRow | undefined => readiness.rows.find((each) => each.id === id);
  return (
    <section aria-label={say('What the form asks for')} className="grid min-w-0 gap-3">
      <h3 className="font-semibold">{say('What the form asks for')}</h3>
      {readOnly ? (
        <p className="text-xs text-soft">
          {isUntold({ ...draft, confirmed: [] })
            ? say('The report holds nothing of it.')
            : say('As whoever made the report told it. It cannot be changed here.')}
        </p>
      ) : (
        <p className="text-xs text-soft">
          {say('Kept in this browser for this connector, and sent nowhere. The checklist follows as you write.')}
        </p>
      )}
      {model.isUnkept && (
        <Notice tone="degraded" title={say('This browser did not keep the last change')} announce>
          {say('Its storage may be full. Copy what you wrote before you close this page.')}
        </Notice>
      )}
      <Texts model={model} actions={actions} />
      <CategoryField
        categories={draft.categories}
        readOnly={readOnly}
        problem={problemOf(row('categories'))}
        onChange={(categories) => {
          actions.change({ categories });
        }}
      />
      <LinkField
        label={say('Documentation')}
        hint={say('An https address that everybody can open without an account.')}
        value={draft.documentationUrl}
        row={row('documentation')}
        readOnly={readOnly}
        onChange={(documentationUrl) => {
          actions.change({ documentationUrl });
        }}
      />
      <LinkField
        label={say('Privacy policy')}
        hint={say('An https address that everybody can open without an account.')}
        value={draft.privacyPolicyUrl}
        row={row('privacy')}
        readOnly={readOnly}
        onChange={(privacyPolicyUrl) => {
          actions.change({ privacyPolicyUrl });
        }}
      />
      <LinkField
        label={say('Support contact')}
        hint={say('An https address or an e-mail address.')}
        value={draft.supportContact}
        row={row('support')}
        readOnly={readOnly}
        onChange={(supportContact) => {
          actions.change({ supportContact });
        }}
      />
      {!readOnly && <LookAtPages model={model} actions={actions} />}
    </section>
  );
}

function problemOf(row: ReadinessRow | undefined): string | null {
  return row?.state === 'unmet' ? plainLine(row.why, 600) : null;
}

/** Name, one-liner and description: written in the preview, where they are seen at once. */
function Texts({ model: { draft, runId }, actions }: SectionProps) {
  return (
    <div className="grid gap-2 rounded-md bg-well p-3">
      <dl className="grid gap-2">
        <Text label={say('Name')} text={draft.name} limit={listingLimits.name} />
        <Text label={say('One-liner')} text={draft.tagline} limit={listingLimits.tagline} />
        <Text label={say('Description')} text={draft.description} limit={listingLimits.description} />
      </dl>
      {runId !== null && (
        <div>
          <Button size="small" onClick={actions.showPreview}>
            {say('Write them in the preview')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Text({ label, text, limit }: { readonly label: string; readonly text: string; readonly limit: number }) {
  const told = text.trim();
  const length = codePoints(told);
  const [count, most] = [length.toLocaleString(spokenLanguage()), limit.toLocaleString(spokenLanguage())];
  return (
    <div className="grid gap-0.5">
      <dt className="flex flex-wrap justify-between gap-x-3 text-xs text-soft">
        <span>{label}</span>
        {length > 0 && (
          <span className={length > limit ? 'font-semibold text-broken' : undefined}>
            {length > limit
              ? say('{count} of {limit} characters: too long', { count, limit: most })
              : say('{count} of {limit} characters', { count, limit: most })}
          </span>
        )}
      </dt>
      <dd className="m-0 line-clamp-3 min-w-0">{told === '' ? <Untold /> : <Foreign text={plainLine(told, 300)} />}</dd>
    </div>
  );
}

function Untold(): ReactNode {
  return <span className="text-soft">{say('Nothing written yet')}</span>;
}

/** One click asks the browser about the hosts, and then the pages. */
function LookAtPages({ model, actions }: SectionProps) {
  const { deed, draft, online } = model;
  const links = lookedAtLinks(draft);
  const hosts = [...new Set(links.map(({ host }) => host))];
  const isLooking = deed?.kind === 'looking';
  return (
    <div className="grid justify-items-start gap-1">
      <Button disabled={links.length === 0 || isLooking || !online} onClick={actions.look}>
        {isLooking ? say('Looking…') : say('Look at these pages')}
      </Button>
      <p className="text-xs text-soft">
        {!online ? (
          say('This browser is offline: nothing can be asked until the network is back.')
        ) : links.length === 0 ? (
          say('As soon as an https address stands here, it can be looked at whether it answers.')
        ) : (
          <HostWords hosts={hosts} />
        )}
      </p>
      <div role="status" className="grid w-full">
        {deed?.kind === 'looked' && (
          <p className="text-xs">{say('Looked at: what came back stands under each address.')}</p>
        )}
        {deed?.kind === 'problem' && deed.of === 'look' && <Notice tone="broken" title={plainLine(deed.words, 400)} />}
        {deed?.kind === 'declined' && (
          <Notice tone="degraded" title={say('The pages were not looked at')}>
            {say(
              'You did not allow their hosts. Everything else works; open the pages yourself, and tick them in the list.',
            )}
          </Notice>
        )}
      </div>
    </div>
  );
}

function HostWords({ hosts }: { readonly hosts: readonly string[] }) {
  return (
    <span className="wrap-anywhere">
      {say('Asks {hosts} once each, without your cookies. The browser asks you about them first.', {
        hosts: hosts.map((host) => plainLine(host, 100)).join(', '),
      })}
    </span>
  );
}
