import type { GalleryState } from './gallery-state.ts';
import { browserStates } from './browser-states.tsx';
import { bundleStates } from './bundle-states.tsx';
import { compareStates } from './compare-states.tsx';
import { doctorStates } from './doctor-states.tsx';
import { explanationStates } from './explanation-states.tsx';
import { foreignStates } from './foreign-states.tsx';
import { guideStates } from './guide-states.tsx';
import { handoffStates } from './handoff-states.tsx';
import { iconStates } from './icon-states.tsx';
import { optionsStates } from './options-states.tsx';
import { panelStates } from './panel-states.tsx';
import { plansStates } from './plans-states.tsx';
import { popupStates } from './popup-states.tsx';
import { previewStates } from './preview-states.tsx';
import { readinessStates } from './readiness-states.tsx';
import { reportStates } from './report-states.tsx';
import { searchStates } from './search-states.tsx';
import { sharedStates } from './shared-states.tsx';
import { toolPreviewStates } from './tool-preview-states.tsx';

/** Every state that is looked at: light and dark, narrow and zoomed, with axe. One line a list. */
export const states: readonly GalleryState[] = [
  ...popupStates,
  ...optionsStates,
  ...sharedStates,
  ...doctorStates,
  ...panelStates,
  ...guideStates,
  ...plansStates,
  ...explanationStates,
  ...searchStates,
  ...browserStates,
  ...bundleStates,
  ...compareStates,
  ...foreignStates,
  ...readinessStates,
  ...previewStates,
  ...handoffStates,
  ...iconStates,
  ...toolPreviewStates,
  ...reportStates,
];
