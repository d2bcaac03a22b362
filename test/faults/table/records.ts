import { ODD } from '../../sandbox/frame/faults/records';
import type { RecordFault } from '../../sandbox/frame/faults/fault';
import type { FaultEntry } from '../model';
import { entry } from './expectations';

/** Nothing is lost without a word, and what came goes on as it was sent. */
const expect: FaultEntry['expect'] = () => ({
	rows: 'either',
	kinds: ['response-invalid'],
	spoilt: ODD,
	told: /came without (an ID|a name|a day)|No answer for /,
});

function odd(form: RecordFault['form'], name: string): FaultEntry {
	return entry('records', `odd record: ${name}`, { kind: 'odd-record', form }, expect, {
		lasting: ['once'],
		canStrike: (request, { roleOf, wholeJobs }) => ['read', 'download', wholeJobs].includes(roleOf(request)),
	});
}

/** One record of many that is not like the others. */
export const records: readonly FaultEntry[] = [
	odd('nothing', 'nothing in its place'),
	odd('foreign fields', 'other fields'),
	odd('foreign value', 'a value of another kind'),
	odd('foreign text', 'another text as a value'),
];
