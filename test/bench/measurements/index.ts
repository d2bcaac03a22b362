import { loopMeasurements } from './event-loop';
import { fileMeasurements } from './files';
import { growthMeasurements } from './growth';
import { itemMeasurements } from './items';
import { jobMeasurements } from './jobs';
import type { Measurement, Setup } from './measurement';
import { platformMeasurements } from './platforms';
import { savingMeasurements } from './saving';
import { sliceMeasurements } from './slices';

export type { Case, Measurement, Setup } from './measurement';

/** Everything that is measured, in the order of the tables. */
export const allMeasurements = (setup: Setup): Measurement[] => [
	...itemMeasurements(setup),
	...fileMeasurements(setup),
	...jobMeasurements(setup),
	...sliceMeasurements(setup),
	...loopMeasurements(setup),
	...platformMeasurements(setup),
	...growthMeasurements(setup),
	...savingMeasurements(setup),
];
