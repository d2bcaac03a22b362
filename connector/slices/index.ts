export { addDays, daysBetween, type Day } from './day';
export {
	bisect,
	cutIds,
	cutWindow,
	planSlices,
	type Cuts,
	type DateWindow,
	type Slice,
	type SlicePlan,
} from './slice';
