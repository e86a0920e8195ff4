import { useEffect, useId, useMemo, useState } from 'react';
import { say, spokenLanguage } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { formats, type Format, type Renderer } from '../../lib/report/formats/formats.ts';
import { Segments } from '../preview/Segments.tsx';
import { inputLook } from '../ui/Field.tsx';
import type { FormatOffer } from './format-offers.ts';
import { blocksOf } from './preview-blocks.ts';
import { tellIn, type ReportLanguage } from './report-language.ts';
import { documentOptions } from './save-report.ts';

/** The report as it leaves, all of it, to be read only. */
export function ReportPreview({
  report,
  offers,
  language,
  onLanguage,
  isBehind,
}: {
  readonly report: Report;
  /** In which of its forms it can be read here. */
  readonly offers: readonly FormatOffer[];
  readonly language: ReportLanguage;
  readonly onLanguage: (language: ReportLanguage) => void;
  readonly isBehind: boolean;
}) {
  const id = useId();
  const [format, setFormat] = useState<Format>('text');
  const hasChoice = spokenLanguage() !== 'en';
  const render = useRenderer(format);
  const blocks = useMemo(
    () => render && blocksOf(tellIn(language, () => render(report, documentOptions))),
    [render, report, language],
  );
  return (
    <div className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id} className="font-medium">
          {say('Read it as')}
        </label>
        <select
          id={id}
          className={`${inputLook} max-w-48`}
          value={format}
          onChange={({ currentTarget: { value } }) => {
            const chosen = offers.find((offer) => offer.format === value);
            if (chosen) setFormat(chosen.format);
          }}
        >
          {offers.map((offer) => (
            <option key={offer.format} value={offer.format}>
              {say(offer.name)}
            </option>
          ))}
        </select>
        {hasChoice && (
          <Segments
            legend={say('Language of the report')}
            answers={[
              { key: 'own', label: say('in your language') },
              { key: 'english', label: say('in English') },
            ]}
            chosen={language}
            onChoose={onLanguage}
          />
        )}
      </div>
      {hasChoice && (
        <p className="max-w-prose text-xs text-soft">
          {say('It holds for files and copies, too. Anthropic and most vendors read English.')}
        </p>
      )}
      <div
        role="region"
        aria-label={say('The report as it leaves')}
        aria-busy={isBehind || blocks === null}
        tabIndex={0}
        className="max-h-[34rem] min-h-48 overflow-auto rounded-md border border-line bg-surface p-3"
      >
        <pre lang={language === 'english' ? 'en' : spokenLanguage()} className="m-0 font-mono text-xs">
          {blocks?.map((block, index) => (
            // The text as a whole is replaced, its pieces have no names.
            <span key={index} className="block wrap-anywhere whitespace-pre-wrap [content-visibility:auto]">
              {block}
            </span>
          ))}
        </pre>
      </div>
    </div>
  );
}

/** Null until it is loaded. */
function useRenderer(format: Format): Renderer | null {
  const [loaded, setLoaded] = useState<{ readonly format: Format; readonly render: Renderer } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void formats[format]().then((render) => {
      if (isWanted) setLoaded({ format, render });
    });
    return () => {
      isWanted = false;
    };
  }, [format]);
  return loaded?.format === format ? loaded.render : null;
}
