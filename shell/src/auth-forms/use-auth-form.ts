import { type FormEvent, useState } from 'react';

interface Answer {
  location?: string;
  title?: string;
}

/** Sends the form by script: success moves on, a problem is shown above what was typed. */
export function useAuthForm(initialProblem: string | undefined) {
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
      // The network failed us: let the browser post the form itself and show what it can.
      form.submit();
    }
    setWorking(false);
  };
  return { problem, working, onSubmit };
}

async function post(form: HTMLFormElement): Promise<Answer> {
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
  });
  return response.json();
}
