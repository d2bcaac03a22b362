import { describe, expect, it } from '@jest/globals';

import { eitherAuth, fixedAuth, renewableAuth, type TakenForm } from '../../../connector/auth';
import { settle } from '../../support/fake-clock';

/** A platform's token room whose renewals end when the test says so. */
function setUp(token = 'one') {
	const renewals: { refused: string; give: (token: string) => void; fail: (error: Error) => void }[] = [];
	const auth = renewableAuth(
		token,
		'authorization',
		(token) => `Bearer ${token}`,
		(refused) => new Promise((give, fail) => renewals.push({ refused, give, fail })),
	);
	const refresh = (token: string) => auth.refresh!({ authorization: `Bearer ${token}` });
	return { auth, refresh, renewals };
}

describe('fixedAuth', () => {
	it('always signs alike and cannot be renewed', async () => {
		const auth = fixedAuth({ 'x-yandex-api-key': 'key' });
		expect(await auth.sign()).toEqual({ 'x-yandex-api-key': 'key' });
		expect(auth.refresh).toBeUndefined();
	});
});

describe('eitherAuth', () => {
	const [first, second] = [{ authorization: 'a' }, { 'x-key': 'a' }];
	const setUp = (taken: TakenForm = { form: 0 }) => ({ taken, auth: eitherAuth([first, second], taken) });

	it('takes the other form after a refusal, and keeps to it', async () => {
		const { auth, taken } = setUp();
		expect(await auth.sign()).toBe(first);
		await auth.refresh!(first);
		expect(await auth.sign()).toBe(second);
		expect(await setUp(taken).auth.sign()).toBe(second);
	});

	it('changes once for all who were refused at the same time', async () => {
		const { auth } = setUp();
		await Promise.all([auth.refresh!(first), auth.refresh!(first)]);
		expect(await auth.sign()).toBe(second);
	});

	it('goes back when the other form is refused', async () => {
		const { auth } = setUp({ form: 1 });
		await auth.refresh!(second);
		expect(await auth.sign()).toBe(first);
	});
});

describe('renewableAuth', () => {
	it('signs with the new token once the old one was refused', async () => {
		const { auth, refresh, renewals } = setUp();
		expect(await auth.sign()).toEqual({ authorization: 'Bearer one' });
		const refreshed = refresh('one');
		renewals[0]?.give('two');
		await refreshed;
		expect(renewals.map(({ refused }) => refused)).toEqual(['one']);
		expect(await auth.sign()).toEqual({ authorization: 'Bearer two' });
	});

	it('renews once for all who were refused at the same time', async () => {
		const { refresh, renewals } = setUp();
		const refreshed = Promise.all([refresh('one'), refresh('one'), refresh('one')]);
		await settle();
		expect(renewals).toHaveLength(1);
		renewals[0]?.give('two');
		await refreshed;
		expect(renewals).toHaveLength(1);
	});

	it('does not renew for the refusal of a token that has been replaced', async () => {
		const { auth, refresh, renewals } = setUp();
		const refreshed = refresh('one');
		renewals[0]?.give('two');
		await refreshed;
		await refresh('one');
		expect(renewals).toHaveLength(1);
		expect(await auth.sign()).toEqual({ authorization: 'Bearer two' });
	});

	it('renews again when the new token is refused, too', async () => {
		const { refresh, renewals } = setUp();
		const first = refresh('one');
		renewals[0]?.give('two');
		await first;
		const second = refresh('two');
		renewals[1]?.give('three');
		await second;
		expect(renewals.map(({ refused }) => refused)).toEqual(['one', 'two']);
	});

	it('signs nothing with a token that is being replaced', async () => {
		const { auth, refresh, renewals } = setUp();
		const refreshed = refresh('one');
		let signed: unknown;
		const signing = auth.sign().then((headers) => (signed = headers));
		await settle();
		expect(signed).toBeUndefined();
		renewals[0]?.give('two');
		await Promise.all([refreshed, signing]);
		expect(signed).toEqual({ authorization: 'Bearer two' });
	});

	it('without a token gets the first one at the first signature, once for all', async () => {
		const { auth, renewals } = setUp('');
		const signed = Promise.all([auth.sign(), auth.sign()]);
		await settle();
		expect(renewals.map(({ refused }) => refused)).toEqual(['']);
		renewals[0]?.give('one');
		expect(await signed).toEqual(Array(2).fill({ authorization: 'Bearer one' }));
		await auth.sign();
		expect(renewals).toHaveLength(1);
	});

	it('asks again for a first token that was not to be had', async () => {
		const { auth, renewals } = setUp('');
		const first = auth.sign();
		renewals[0]?.fail(new Error('five tokens are in use'));
		await expect(first).rejects.toThrow('five');
		const second = auth.sign();
		renewals[1]?.give('one');
		expect(await second).toEqual({ authorization: 'Bearer one' });
	});

	it('tells everybody why there is no new token, and tries again later', async () => {
		const { refresh, renewals } = setUp();
		const reason = new Error('five tokens are in use');
		const refused = [refresh('one'), refresh('one')];
		renewals[0]?.fail(reason);
		expect(await Promise.allSettled(refused)).toEqual(Array(2).fill({ status: 'rejected', reason }));
		const again = refresh('one');
		expect(renewals).toHaveLength(2);
		renewals[1]?.give('two');
		await again;
	});
});
