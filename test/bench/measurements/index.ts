import { platforms } from '../../platforms';
import { loopMeasurements, savingMeasurements } from './event-loop';
import { fileMeasurements } from './files';
import { growthMeasurements } from './growth';
import { itemMeasurements } from './items';
import { jobMeasurements } from './jobs';
import { longMeasurements } from './long';
import type { Measurement, Setup } from './measurement';
import { performanceMeasurements } from './performance';
import { publisherMeasurements } from './publishers';
import { sliceMeasurements } from './slices';
import { stopMeasurements } from './stop';
import { uploadMeasurements } from './uploads';

export type { Case, Measurement, OtherNode, Setup } from './measurement';

/** What the targets are judged by; it comes first, so that a run that is ended early has it. */
const decisive = [
	'items-1000-tls',
	'items-10000-tls',
	'items-1000-ascii',
	'items-10000-ascii',
	'many-items-1000-tls',
	'many-items-10000-tls',
	'many-items-1000-ascii',
	'many-items-10000-ascii',
	'slices',
	'event-loop',
	'job-file',
	'file-small',
	'file-ascii',
	'file-large',
	'saving',
	'long-targetads',
	'long-mytarget',
	'long-promopages',
	'long-adfox',
	'stop',
	'publishers',
	'upload',
];

/** Everything that is measured, in the order of the tables. */
export function allMeasurements(setup: Setup): Measurement[] {
	const all = [
		...itemMeasurements(setup),
		...fileMeasurements(setup),
		...jobMeasurements(setup),
		...sliceMeasurements(setup),
		...loopMeasurements(setup),
		...longMeasurements(setup),
		...stopMeasurements(setup),
		...publisherMeasurements(setup),
		...uploadMeasurements(setup),
		...platformMeasurements(setup),
		...performanceMeasurements(setup),
		...growthMeasurements(setup),
		...savingMeasurements(setup),
	];
	const rank = ({ name }: Measurement): number => {
		const place = decisive.indexOf(name);
		return place === -1 ? decisive.length : place;
	};
	return all.sort((one, other) => rank(one) - rank(other));
}

function platformMeasurements({ server: { recorded } }: Setup): Measurement[] {
	const notes = platforms.flatMap(({ bench }) => bench?.note ?? []);
	return [
		{
			name: 'platforms',
			title: 'The other platforms, to items',
			note: `Answers of the sandbox, kept and given again. ${notes.join('; ')}.`,
			cases: recorded,
			recorded: true,
		},
	];
}
