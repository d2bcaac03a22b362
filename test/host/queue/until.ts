import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again. @throws Error when it does not come true within a minute and a half */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 90_000;
	while (!(await isTrue())) {
		if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
		await sleep(50);
	}
}
