import { promoPages } from '../../platforms/promopages';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { namedBalances, ofPublisher, publisherOf, rowsOfPublisher } from './matrix';
export { jsonOf, sorted } from '../support/fake-clock-run';
export { answer, failing, failureOf } from '../support/failing';

export const { NODE, TYPE, Harness, runOnFakeClock } = testsOf(promoPages);

export type Harness = PlatformHarness;
