import { systemClock, type Clock } from '../../../connector/clock';
import { processKey } from './ports';

interface Kept<Answer> {
	readonly until: number;
	readonly answer: Promise<Answer>;
}

/** Accounts that are remembered; the one asked longest ago goes first. */
const MOST = 100;

/** Answers that change rarely, kept in the process for a while. A failure is not kept. */
export class KeptAnswers<Answer> {
	private readonly kept = new Map<string, Kept<Answer>>();

	constructor(
		private readonly ms: number,
		private readonly clock: Pick<Clock, 'now'> = systemClock,
	) {}

	/** @param of whose answer it is; may hold a credential */
	async get(of: readonly string[], ask: () => Promise<Answer>): Promise<Answer> {
		const key = processKey(...of);
		const known = this.kept.get(key);
		if (known !== undefined && known.until > this.clock.now()) return known.answer;
		const answer = ask();
		this.kept.delete(key);
		this.kept.set(key, { until: this.clock.now() + this.ms, answer });
		const [oldest] = this.kept.keys();
		if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
		answer.catch(() => {
			if (this.kept.get(key)?.answer === answer) this.kept.delete(key);
		});
		return answer;
	}
}
