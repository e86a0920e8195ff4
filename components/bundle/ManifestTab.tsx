import { say } from '../../lib/i18n/say.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainBlock, plainLine } from '../../lib/report/formats/plain.ts';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { useMore } from '../exchanges/use-more.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { QuietSection } from '../ui/QuietSection.tsx';
import { bundleFacts, declared, userSettings, type BundleFacts, type Named } from './bundle-facts.ts';
import { iconStateWords, manifestRows } from './manifest-rows.ts';

/** What the bundle says of itself, all of it as text. */
export function ManifestTab({ report }: { readonly report: Report }) {
  const facts = bundleFacts(report);
  const { manifest } = facts;
  if (manifest === null) {
    return (
      <p className="max-w-prose">
        {say('There is no manifest that can be read, so nothing is known of what it says.')}
      </p>
    );
  }
  return (
    <div className="grid min-w-0 gap-8">
      <QuietSection title={say('What it says of itself')}>
        <Described manifest={manifest} />
        <Rows>
          {manifestRows(manifest, facts.manifestVersion).map(({ label, value }) => (
            <Row key={label} label={label}>
              <Foreign text={plainLine(value, 1_000)} />
            </Row>
          ))}
        </Rows>
      </QuietSection>
      <Names
        title={say('Tools')}
        items={declared(manifest, 'tools')}
        none={say('The manifest lists no tools.')}
        also={manifest['tools_generated'] === true ? say('More tools are made when it runs.') : null}
      />
      <Names
        title={say('Prompts')}
        items={declared(manifest, 'prompts')}
        none={null}
        also={manifest['prompts_generated'] === true ? say('More prompts are made when it runs.') : null}
      />
      <Names title={say('What the person is asked to set')} items={userSettings(manifest)} none={null} also={null} />
      <QuietSection title={say('Icon and privacy')}>
        <IconAndPrivacy facts={facts} />
      </QuietSection>
    </div>
  );
}

function Described({ manifest }: { readonly manifest: JsonObject }) {
  const { description, long_description: long } = manifest;
  return (
    <>
      {typeof description === 'string' && (
        <p className="max-w-prose">
          <Foreign text={plainLine(description, 2_000)} />
        </p>
      )}
      {typeof long === 'string' && long.trim() !== '' && (
        <p className="max-h-64 max-w-prose overflow-y-auto whitespace-pre-wrap text-soft" tabIndex={0}>
          <Foreign text={plainBlock(long.slice(0, longest))} />
        </p>
      )}
    </>
  );
}

/** Characters of a description that are shown; the saved report holds all. */
const longest = 10_000;

function Names({
  title,
  items,
  none,
  also,
}: {
  readonly title: string;
  readonly items: readonly Named[];
  /** What is said of an empty list; null leaves it out. */
  readonly none: string | null;
  readonly also: string | null;
}) {
  const { shown, left, showMore } = useMore(items, 50);
  if (items.length === 0 && none === null && also === null) return null;
  return (
    <QuietSection title={items.length === 0 ? title : `${title} (${String(items.length)})`}>
      {items.length === 0 && none !== null && <p className="text-soft">{none}</p>}
      <ul className="m-0 grid list-none gap-2 p-0">
        {shown.map((item, index) => (
          // A manifest may list one name twice.
          <li
            key={`${item.name} ${String(index)}`}
            className="min-w-0 rounded-md border border-line bg-surface px-3 py-2"
          >
            <Foreign
              text={plainLine(item.name === '' ? say('(no name)') : item.name, 200)}
              mono
              className="font-medium"
            />
            {item.title !== null && (
              <>
                {' '}
                <Foreign text={plainLine(item.title, 200)} />
              </>
            )}
            {item.about !== '' && (
              <>
                {' '}
                <Foreign text={plainLine(item.about, 200)} className="text-xs text-soft" />
              </>
            )}
            {item.description !== null && (
              <p className="max-w-prose text-soft">
                <Foreign text={plainLine(item.description, 1_000)} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p>
          <Button size="small" onClick={showMore}>
            {say('Show more')}
          </Button>
        </p>
      )}
      {also !== null && <p className="text-soft">{also}</p>}
    </QuietSection>
  );
}

function IconAndPrivacy({ facts: { icon, readme, manifest } }: { readonly facts: BundleFacts }) {
  const policies = manifest?.['privacy_policies'];
  const listed = Array.isArray(policies) ? policies.filter((each): each is string => typeof each === 'string') : [];
  return (
    <Rows>
      <Row label={say('Icon')}>
        {icon === null ? (
          say('none')
        ) : (
          <>
            <Foreign text={plainLine(icon.path, 300)} mono />{' '}
            <span className="text-soft">{iconStateWords(icon.state)}</span>
          </>
        )}
      </Row>
      <Row label={say('Privacy policies')}>
        {listed.length === 0 ? (
          say('none in the manifest')
        ) : (
          <ul className="m-0 list-none p-0">
            {listed.slice(0, 50).map((policy, index) => (
              <li key={`${policy} ${String(index)}`}>
                <Foreign text={plainLine(policy, 500)} mono />
              </li>
            ))}
          </ul>
        )}
      </Row>
      <Row label={say('In the README')}>
        {readme === null ? (
          say('there is no README')
        ) : readme.heading === null ? (
          say('no section about privacy')
        ) : (
          <>
            <Foreign text={plainLine(readme.heading, 200)} />
            {readme.url !== null && (
              <>
                {': '}
                <Foreign text={plainLine(readme.url, 500)} mono />
              </>
            )}
          </>
        )}
      </Row>
    </Rows>
  );
}
