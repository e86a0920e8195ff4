import { Download } from 'lucide-react';
import { useId, useMemo } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import { qrCode, qrSvg } from '../../../lib/preview/install/qr-code.ts';
import { saveText } from '../../report/save-text.ts';
import { Button } from '../../ui/Button.tsx';

/** The link as a QR code, for slides and paper. */
export function QrPart({ name, link }: { readonly name: string; readonly link: string }) {
  const id = useId();
  const code = useMemo(() => qrCode(link), [link]);
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-2">
      <h3 id={id} className="font-semibold">
        {say('QR code')}
      </h3>
      {code === null ? (
        <p>{say('The link is too long for a QR code.')}</p>
      ) : (
        <>
          <svg
            role="img"
            aria-label={say('The link as a QR code')}
            width={code.size * pixelsOfModule}
            viewBox={`0 0 ${String(code.size)} ${String(code.size)}`}
            shapeRendering="crispEdges"
            className="h-auto max-w-full rounded-md border border-line forced-color-adjust-none"
          >
            <path fill="#fff" d={`M0 0h${String(code.size)}v${String(code.size)}H0z`} />
            <path fill="#000" d={code.path} />
          </svg>
          <p>
            <Button
              size="small"
              onClick={() => {
                saveText('add-to-claude-qr.svg', qrSvg(code, name), 'image/svg+xml');
              }}
            >
              <Download aria-hidden size={14} /> {say('Save the QR code as SVG')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

/** Large enough for a phone’s camera. */
const pixelsOfModule = 4;
