import { say } from '../../lib/i18n/say.ts';
import { places, type PlaceId } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import type { SearchActions } from './search-actions.ts';

const whereToAsk: readonly PlaceId[] = ['support', 'tracker'];

/** That nothing is known here, and where to go on. */
export function NothingFound({ asked, actions }: { readonly asked: string; readonly actions: SearchActions }) {
  return (
    <section aria-label={say('Nothing was found for this.')} className="grid justify-items-start gap-2">
      <p className="font-semibold">{say('Nothing was found for this.')}</p>
      <p className="max-w-prose">
        {say('Try fewer or other words. If Claude shows an error, paste it whole. Else these are the places to ask:')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            actions.onExplain(asked);
          }}
        >
          {say('Explain an error')}
        </Button>
        {whereToAsk.map((id) => (
          <Button
            key={id}
            className="text-start"
            onClick={() => {
              actions.onPlace(id);
            }}
          >
            {say('Open beside: {place}', { place: say(places[id].label) })}
          </Button>
        ))}
      </div>
    </section>
  );
}
