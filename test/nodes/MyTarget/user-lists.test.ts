import { describe, expect, it } from '@jest/globals';

import { byId } from '../../platforms/platform';
import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failing, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, banners: 5 } }),
);

const run = async (operation: string, id: unknown) =>
	jsonOf((await runOnFakeClock(sandbox, { resource: 'userList', operation, userListId: byId(id) })).items);
const lists = () => sandbox.myTarget.userLists;

describe('User List: Get', () => {
	it('gives a list with its status', async () => {
		expect(await run('get', lists()[4]!.id)).toEqual([lists()[4]]);
	});

	it('of one that there is not', async () => {
		expect(await failureOf(run('get', 1))).toMatchObject(failing('not-found', 'RemarketingUsersList'));
	});
});

describe('User List: Delete', () => {
	it('deletes a list that nothing uses', async () => {
		const { id } = lists()[1]!;
		expect(await run('delete', id)).toEqual([{ id, deleted: true }]);
		expect(lists().map((list) => list.id)).not.toContain(id);
	});

	it('explains that one is in use', async () => {
		const { id } = lists()[0]!;
		expect(await failureOf(run('delete', id))).toMatchObject(
			failing(
				'request-invalid',
				`User list ${String(id)} is in use, so VK Ads does not delete it (409).`,
				/Take it out of the segments/,
			),
		);
		expect(sandbox.requests).toHaveLength(1);
	});
});
