import { ODD } from '../../sandbox/frame/faults/records';
import type { RecordFault } from '../../sandbox/frame/faults/fault';
import type { Expectation, FaultEntry } from '../model';
import { entry, fails } from './expectations';

const failed: Expectation = { rows: 'either', kinds: ['response-invalid'] };

function odd(form: RecordFault['form'], name: string, more: Pick<FaultEntry, 'expect' | 'lasting'>) {
	return entry('records', `odd record: ${name}`, { kind: 'odd-record', form }, more.expect, {
		lasting: more.lasting,
		canStrike: (request, { roleOf, wholeJobs }) => ['read', 'download', wholeJobs].includes(roleOf(request)),
	});
}

/** What cannot be told from a broken answer is asked for once more, and some answers have no records yet. */
const lost: FaultEntry['expect'] = (_role, lasting) =>
	lasting === 'once' ? failed : fails('response-invalid');

/** It comes as it was sent and spoils nothing else, or it is told. */
const passedOn: FaultEntry['expect'] = () => ({
	...failed,
	spoilt: ODD,
	told: /came without an ID/,
});

const once = ['once'] as const;

/** One record of many that is not like the others. */
export const records: readonly FaultEntry[] = [
	odd('nothing', 'nothing in its place', { expect: lost, lasting: ['once', 'for good'] }),
	odd('foreign fields', 'other fields', { expect: passedOn, lasting: once }),
	odd('foreign value', 'a value of another kind', { expect: passedOn, lasting: once }),
	odd('foreign text', 'another text as a value', { expect: passedOn, lasting: once }),
];
