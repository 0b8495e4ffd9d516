import { type FormEvent, useState } from 'react';

interface Answer {
  location?: string;
  title?: string;
}

/**
 * Sends the form by script: success moves on, a problem is shown above what was typed. `unreachable`
 * is what to say when no answer comes; the form is never sent twice by itself.
 */
export function useAuthForm(initialProblem: string | undefined, unreachable: string) {
  const [problem, setProblem] = useState(initialProblem);
  const [working, setWorking] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (working) return;
    const form = event.currentTarget;
    setWorking(true);
    try {
      const { location, title } = await post(form);
      if (location) return window.location.assign(location);
      setProblem(title);
    } catch {
      setProblem(unreachable);
    }
    setWorking(false);
  };
  return { problem, working, onSubmit };
}

async function post(form: HTMLFormElement): Promise<Answer> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.set('answer', 'json');
  const response = await fetch(form.action, { method: 'POST', body });
  return response.json();
}
