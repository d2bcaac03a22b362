import { platforms } from '../../platforms';
import type { Measurement, Setup } from './measurement';

export function platformMeasurements({ server: { recorded } }: Setup): Measurement[] {
	const notes = platforms.flatMap(({ bench }) => bench?.note ?? []);
	return [
		{
			name: 'platforms',
			title: 'The other platforms, to items',
			note: `Answers of the sandbox, kept and given again. ${notes.join('; ')}.`,
			cases: recorded,
			runs: 3,
			recorded: true,
		},
	];
}
