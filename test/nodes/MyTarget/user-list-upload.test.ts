import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { answer, failureOf } from './harness';
import { emails, fileItem, LISTS, people, uploadOf, userListStage } from './upload-stage';

const { sandbox, FROM_FILE, fromItems, fromFile } = userListStage();

const taken = () => sandbox.myTarget.uploadedLists.map(({ lines }) => lines);
const sent = () => sandbox.requests.filter(({ method }) => method === 'POST');

describe('User List: Upload', () => {
	it('trap 33: sends all input items as one list, in the plain parts of v3, and waits until it is ready', async () => {
		const { list, refused, clock, told } = await fromItems(people(2000));
		expect(list).toMatchObject({
			...{ name: 'Customers', type: 'emails', status: 'ready', ready: true },
			...{ sent_lines: 2000, refused_lines: 0, matched_ids_count: 1000 },
		});
		expect(list).not.toHaveProperty('error');
		expect(refused).toEqual([]);
		expect(taken()).toEqual([emails(2000)]);
		expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST ${LISTS}.json`,
			...Array<string>(3).fill(`GET ${LISTS}/${String(list.id)}.json`),
		]);
		expect(clock.sleeps).toEqual([3000, 4500, 6750]);
		expect(told).toContain(`Uploaded 2,000 lines as user list ${String(list.id)} ("Customers").`);
	});

	it('sends a file as it is, with its byte order mark and its line ends taken off', async () => {
		const { list } = await fromFile(fileItem(`\uFEFF${emails(2000).join('\r\n')}\r\n`));
		expect(list).toMatchObject({ ready: true, sent_lines: 2000 });
		expect(taken()).toEqual([emails(2000)]);
	});

	it('trap 62: gives lines that were refused, each with its input item', async () => {
		const values = people(2020).map((person, index) =>
			index % 119 === 7 ? { ...person, email: `bad ${index}` } : person,
		);
		values.splice(100, 0, { id: -1, email: '' }, { id: -2, email: '  ' });
		const { items, refused, list, told } = await fromItems(values);
		expect(list).toMatchObject({ sent_lines: 2020, refused_lines: 17, ready: true });
		expect(refused).toHaveLength(17);
		for (const [index, row] of refused.entries()) {
			const place = Number(row.line_number);
			expect(row).toEqual({
				id: list.id,
				line_number: place,
				line: values[place - 1]!.email,
				error_code: 'invalid_email',
			});
			expect(items[index + 1]!.pairedItem).toEqual({ item: place - 1 });
		}
		expect(told).toContain('Refused: 17 lines');
		expect(told).toContain('Left out 2 input items with nothing in it.');
	});

	it('says nothing of refused lines where the platform does not', async () => {
		for (const more of [{}, { error: null }]) {
			const made = { id: 7, status: 'ready', name: 'Customers', ...more };
			sandbox.faults.add({ path: LISTS, fault: answer(200, made) });
			const { told, items } = await fromItems(people(2000));
			expect(items).toHaveLength(1);
			expect(told).not.toContain('VK Ads says of the list');
		}
	});

	it('hashes in one form, and refuses by itself what a hash would hide', async () => {
		const phones = people(2000).map(({ id }) => ({ phone: `8 (900) ${String(1_000_000 + id)}` }));
		const more = [
			'+7 900 1000001 ',
			9_001_000_002,
			'7900100000',
			'no',
			'5d41402abc4b2a76b9719d911017c592',
			{ a: 1 },
		];
		const { refused } = await fromItems([...phones, ...more.map((phone) => ({ phone }))], {
			...{ listType: 'phones', column: 'phone' },
			options: { hash: true },
		});
		const md5 = (text: string) => createHash('md5').update(text).digest('hex');
		const [lines] = taken();
		expect(lines!.slice(0, 2)).toEqual([md5('79001000000'), md5('79001000001')]);
		expect(lines!.slice(2000)).toEqual([md5('7900100000'), '5d41402abc4b2a76b9719d911017c592']);
		// The first two of those behind are people that were there before.
		expect(refused.map(({ line_number, error_code }) => [line_number, error_code])).toEqual([
			[2001, 'duplicated_user_id'],
			[2002, 'duplicated_user_id'],
			[2004, 'invalid_phone'],
			[2006, 'no_text'],
		]);
	});

	it('hashes the lines of a file, too', async () => {
		const { refused } = await fromFile(fileItem(['email', ...emails(2000)].join('\n').toUpperCase()), {
			options: { hash: true },
		});
		expect(refused).toMatchObject([{ line_number: 1, line: 'EMAIL', error_code: 'invalid_email' }]);
		expect(taken()[0]).toEqual(emails(2000).map((email) => createHash('md5').update(email).digest('hex')));
	});

	it.each([
		['addToListId', ''],
		['removeFromListId', '-'],
	])('%s: changes another list from 25 lines on', async (option, sign) => {
		const base = sandbox.myTarget.userLists.find(({ type }) => type === 'emails')!.id as number;
		const { list } = await fromItems(people(25), { options: { [option]: String(base) } });
		expect(list.base).toBe(Number(`${sign}${base}`));
		expect(await failureOf(fromItems(people(24), { options: { [option]: base } }))).toMatchObject({
			message: expect.stringContaining('24 lines to send, but VK Ads takes at least 25 lines.'),
		});
	});

	it('of a file per input item makes a list per input item', async () => {
		const files = [fileItem(emails(2000).join('\n')), fileItem(emails(2001).join('\n'))];
		const parameters = [1, 2].map((number) => ({ ...FROM_FILE, name: `List ${number}` }));
		const { items } = await uploadOf(sandbox, parameters[0]!, files, { parameters });
		expect(items.map(({ json, pairedItem }) => [json.name, json.sent_lines, pairedItem])).toEqual([
			['List 1', 2000, { item: 0 }],
			['List 2', 2001, { item: 1 }],
		]);
	});
});

describe('User List: Upload, not ready in time', () => {
	it('is told with the ID, by which it is found again', async () => {
		sandbox.reset();
		const { list, told, clock } = await fromItems(people(2000), { options: { pollTimeout: 5 } });
		expect(list).toMatchObject({ ready: false, status: 'mapping' });
		expect(clock.sleeps).toEqual([3000, 2000]);
		const id = String(list.id);
		expect(told).toContain(
			`User list ${id} was not ready after 5 s; it may still become so. Look with User List > Get, ID ${id}, and do not upload it again for that.`,
		);
		const { list: later } = await uploadOf(
			sandbox,
			{ resource: 'userList', operation: 'get', userListId: { __rl: true, mode: 'id', value: id } },
			[{ json: {} }],
		);
		expect(later).toMatchObject({ id: Number(id), name: 'Customers', status: 'ready' });
	});

	it('loses no refused line when asking after it fails', async () => {
		sandbox.faults.add({ path: new RegExp(`^${LISTS}/`), fault: { kind: 'status', status: 403 } });
		const { list, refused, told } = await fromItems([...people(2000), { email: 'bad' }]);
		expect(list).toMatchObject({ ready: false, sent_lines: 2001 });
		expect(refused).toHaveLength(1);
		expect(told).toMatch(/was uploaded, but asking whether it is ready failed: .*\(403\)/);
		expect(sent()).toHaveLength(1);
	});

	it('goes on asking over an outage', async () => {
		const outage = { kind: 'status', status: 503 } as const;
		sandbox.faults.add({ path: new RegExp(`^${LISTS}/`), times: 9, fault: outage });
		expect((await fromItems(people(2000), { options: { maxRetries: 1 } })).list).toMatchObject({
			ready: true,
		});
	});
});

describe('User List: Upload, sent once', () => {
	it('says how to look when the answer got lost, by the name of the list', async () => {
		sandbox.faults.add({ path: `${LISTS}.json`, fault: { kind: 'reset-after' } });
		const failure = await failureOf(fromItems(people(2000), { name: 'Customers 2026-03-02' }));
		expect(failure).toMatchObject({
			message: expect.stringMatching(
				/may have been done all the same\. Look with User List > Get Many whether a list called "Customers 2026-03-02" is there/,
			),
		});
		expect([sent().length, sandbox.myTarget.uploadedLists.length]).toEqual([1, 1]);
	});

	it('keeps to one list a minute and ten an hour, and waits for the next window', async () => {
		const clock = new FakeClock();
		const limited = await startSandbox({
			now: () => clock.now(),
			myTarget: { campaigns: 5, banners: 5, looksUntilReady: 0 },
		});
		try {
			const parameters = [1, 2, 3].map(() => FROM_FILE);
			const files = parameters.map(() => fileItem(emails(2000).join('\n')));
			const { items } = await uploadOf(limited, FROM_FILE, files, { clock, parameters });
			expect(items.map(({ json }) => json.ready)).toEqual([true, true, true]);
			const creations = limited.myTarget.budgets.windows.filter(({ method }) => method.endsWith('CREATE'));
			expect(creations.filter(({ seconds }) => seconds === 60).map(({ spent }) => spent)).toEqual([1, 1, 1]);
			expect(limited.myTarget.budgets.refused).toBe(0);
		} finally {
			await limited.close();
		}
	});
});
