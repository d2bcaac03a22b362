import { markdownTable } from './table';
import type { Target } from './targets';

export function targetsTable(targets: readonly Target[]): string[] {
	const verdict = ({ met }: Target) => (met === undefined ? '–' : met ? 'met' : 'missed');
	return markdownTable(
		['', 'wanted', 'seen', ''],
		targets.map((target) => [target.what, target.wanted, target.seen, verdict(target)]),
	);
}
