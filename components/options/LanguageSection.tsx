import type { Language } from '../../lib/i18n/language.ts';
import { say } from '../../lib/i18n/say.ts';
import { inputLook } from '../ui/Field.tsx';

/** The choice of a language: that of the browser, or one of ours, each by its own name. */
export function LanguageSection({
  language,
  onChange,
}: {
  readonly language: string;
  readonly onChange: (language: string) => void;
}) {
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label htmlFor="language-choice" className="font-medium">
          {say('Language of Connector Doctor')}
        </label>
        <select
          id="language-choice"
          aria-describedby="language-hint"
          className={`${inputLook} w-auto!`}
          value={language}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          <option value="auto">{say('As the browser')}</option>
          <option value="en" lang="en">
            {names.en}
          </option>
          <option value="de" lang="de">
            {names.de}
          </option>
        </select>
      </div>
      <p id="language-hint" className="text-xs text-soft">
        {say(
          'It changes at once, on every page. What earlier checks have written down stays in the language of its time.',
        )}
      </p>
    </div>
  );
}

/** The same in every language, so that those who do not read the one that is set find theirs. */
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };
