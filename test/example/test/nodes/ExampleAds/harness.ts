import { exampleAds } from '../../platforms/exampleads';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { jsonOf } from '../support/fake-clock-run';

export const { NODE, TYPE, Harness, runOnFakeClock } = testsOf(exampleAds);

export type Harness = PlatformHarness;
