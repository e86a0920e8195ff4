import { useState } from 'react';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { ConnectorForm } from './ConnectorForm.tsx';

/** For which connector the guide is followed; its name and address fill in texts and links, and can be changed in place. */
export function ConnectorLine({
  connector,
  onChange,
}: {
  readonly connector: GuideConnector;
  readonly onChange: (connector: GuideConnector) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <ConnectorForm
        connector={connector}
        onSave={(changed) => {
          onChange(changed);
          setOpen(false);
        }}
        onCancel={() => {
          setOpen(false);
        }}
      />
    );
  }
  const { name, url } = connector;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 rounded-md bg-well px-2 py-1">
      <p className="line-clamp-3 min-w-0 flex-1 basis-40" title={url ?? undefined}>
        {name === null && url === null ? (
          <span className="text-soft">{say('Which connector? Its name and address fill in what you need here.')}</span>
        ) : (
          <>
            {name !== null && <Foreign className="font-medium" text={plainLine(name, 60)} />}
            {name !== null && url !== null && ' · '}
            {url !== null && <Foreign mono text={plainLine(url, 160)} />}
          </>
        )}
      </p>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        {name === null && url === null ? say('Fill in') : say('Change')}
        <span className="sr-only"> {say('the connector’s name and address')}</span>
      </Button>
    </div>
  );
}
